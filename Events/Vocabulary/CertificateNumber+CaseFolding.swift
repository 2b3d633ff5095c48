// The comparison of certificate numbers by R14.
extension CertificateNumber {
  /// The number after Unicode's default case folding (The Unicode Standard, section 3.13), in UTF-8.
  ///
  /// Two numbers are one for R14 if these bytes are equal. Nothing is normalised: a letter and the
  /// same letter written with a combining accent stay different.
  package var caseFolded: [UInt8] {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalar.appendCaseFolded(to: &folded) }
    return Array(String(folded).utf8)
  }

  /// Whether two numbers differ in case at most.
  package func isSame(as other: CertificateNumber) -> Bool {
    self == other || caseFolded == other.caseFolded
  }
}

extension Unicode.Scalar {
  /// Appends the full case folding of this scalar.
  ///
  /// It is the lower case of each scalar of the upper case, but for those that Unicode excepts: the
  /// dotless i, which folds to itself; the capital sharp s; and Cherokee, which folds to upper case.
  fileprivate func appendCaseFolded(to folded: inout String.UnicodeScalarView) {
    switch value {
    case 0x41...0x5A:
      folded.append(Unicode.Scalar(UInt8(value) + 0x20))
    case 0...0x7F, 0x131, 0x13A0...0x13F5:
      folded.append(self)
    case 0x13F8...0x13FD:
      folded.append(Unicode.Scalar(value - 8) ?? self)
    case 0xAB70...0xABBF:
      folded.append(Unicode.Scalar(value - 0xAB70 + 0x13A0) ?? self)
    case 0x1E9E:
      folded.append(contentsOf: "ss".unicodeScalars)
    default:
      for upper in properties.uppercaseMapping.unicodeScalars {
        folded.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
      }
    }
  }
}
