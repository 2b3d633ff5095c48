/// What is wrong with a field of an identity, or with a jury member's name.
///
/// It states what was expected and never repeats what was given.
public enum IdentityDefect: Hashable, Sendable {
  /// A name has 1 to 60 Unicode scalars, blanks around it not counted, of those that XML 1.0 has.
  case name
  /// A person is born from 1900 on and not after the day on which the identity is recorded.
  case birthDay
  /// The code of a municipality is five digits, or `2A` or `2B` and three digits.
  case inseeCode
  /// The INSEE code of a place abroad, `99` and three digits, needs the name of the place.
  case placeAbroad
  /// A postal code has 1 to 9 characters.
  case postalCode
  /// The code of a country is three digits.
  case countryCode
  /// An e-mail address has one `@`, with something before and after it.
  case email
}

/// The check of an identity before it is sealed: afterwards nobody can read it to check it.
///
/// Identities in the log are not checked again: the first edition sealed them unchecked.
extension Identity {
  /// The first field that is wrong, in the order of the keys; nil if all are right.
  ///
  /// - Parameter day: the day on which it is recorded, not the day on which the fact occurred.
  public func defect(recordedOn day: CalendarDate) -> (path: [String], defect: IdentityDefect)? {
    for (path, defect) in defects(recordedOn: day) {
      if let defect { return (path, defect) }
    }
    return nil
  }

  private func defects(
    recordedOn day: CalendarDate
  ) -> [(path: [String], defect: IdentityDefect?)] {
    [
      (["birthDate"], birthDate.flatMap { $0.defect(recordedOn: day) }),
      (["birthName"], birthName.nameDefect),
    ]
      + (birthPlace?.defects ?? []).map { (["birthPlace", $0.key], $0.defect) }
      + [(["email"], email?.emailDefect)]
      + firstNames.elements.enumerated().map { (["firstNames", String($0)], $1.nameDefect) }
      + [(["usageName"], usageName?.nameDefect)]
  }
}

extension FreeText {
  /// What is wrong with it as a name of a person; nil if nothing is.
  public var nameDefect: IdentityDefect? {
    let trimmed = text.trimmingBlanks
    let isName = 1...60 ~= trimmed.count && text.unicodeScalars.allSatisfy(\.isInXML)
    return isName ? nil : .name
  }

  fileprivate var emailDefect: IdentityDefect? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isAddress =
      parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.unicodeScalars.allSatisfy { $0.isInXML && !$0.properties.isWhitespace }
      }
    return isAddress ? nil : .email
  }
}

extension BirthDate {
  fileprivate func defect(recordedOn day: CalendarDate) -> IdentityDefect? {
    firstDay.components.year >= 1900 && firstDay <= day ? nil : .birthDay
  }
}

extension BirthPlace {
  fileprivate var defects: [(key: String, defect: IdentityDefect?)] {
    var defects: [(key: String, defect: IdentityDefect?)] = []
    if let country = countryCode?.text {
      defects.append(("countryCode", country.isDigits(3) ? nil : .countryCode))
    }
    switch code {
    case .insee(let code): defects.append(("inseeCode", inseeDefect(of: code.text)))
    case .postal(let code):
      let isCode = 1...9 ~= code.text.unicodeScalars.count && code.nameDefect == nil
      defects.append(("postalCode", isCode ? nil : .postalCode))
    case nil: break
    }
    defects.append(("label", label?.nameDefect))
    return defects
  }

  private func inseeDefect(of code: String) -> IdentityDefect? {
    let isCorsican = code.hasPrefix("2A") || code.hasPrefix("2B")
    guard code.isDigits(5) || (isCorsican && String(code.dropFirst(2)).isDigits(3)) else {
      return .inseeCode
    }
    let isAbroad = code.hasPrefix("99")
    return isAbroad && label == nil ? .placeAbroad : nil
  }
}

extension String {
  /// Its Unicode scalars without the blanks at its start and its end.
  fileprivate var trimmingBlanks: Substring.UnicodeScalarView {
    let rest = Substring(self).unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = rest.lastIndex(where: { !$0.properties.isWhitespace }) else {
      return rest.prefix(0)
    }
    return rest[...last]
  }

  /// Whether it is that many digits `0` to `9` and nothing else.
  fileprivate func isDigits(_ count: Int) -> Bool {
    utf8.count == count && utf8.allSatisfy { 48...57 ~= $0 }
  }
}

extension Unicode.Scalar {
  /// Whether a text of XML 1.0 may contain it (production 2, Char).
  fileprivate var isInXML: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
