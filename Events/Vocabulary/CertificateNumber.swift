/// The number of a certificate, whole or partial, as the certifier prints it: `2023/0458`, `N° 458`.
///
/// 1 to 64 Unicode scalars, none a control character, the first and the last no space. Stored as
/// written; two numbers are equal if their bytes are. R14 compares them without regard to case.
public struct CertificateNumber: Hashable, Comparable, Sendable {
  public let text: String

  /// The maximum number of Unicode scalars.
  public static var limit: Int { 64 }

  /// - Throws: ``InvalidValue/certificateNumber`` for a text of another form.
  public init(_ text: String) throws(InvalidValue) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, scalars.count <= Self.limit,
      !first.properties.isWhitespace, !last.properties.isWhitespace,
      scalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw .certificateNumber }
    self.text = text
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension CertificateNumber: CustomStringConvertible {
  public var description: String { text }
}
