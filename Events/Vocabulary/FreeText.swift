/// A text in a person's own words, stored as it was written: at most 2,000 Unicode scalars.
@frozen public struct FreeText: Hashable, Sendable {
  /// Never normalised, trimmed or folded; may be empty.
  public let text: String

  /// The maximum number of Unicode scalars.
  @inlinable public static var limit: Int { 2000 }

  /// - Throws: ``InvalidValue/textTooLong(limit:)`` beyond ``limit``.
  @inlinable public init(_ text: String) throws(InvalidValue) {
    guard text.utf8.count <= Self.limit || text.unicodeScalars.count <= Self.limit else {
      throw .textTooLong(limit: Self.limit)
    }
    self.text = text
  }

  /// Texts are equal if their UTF-8 bytes are: composed and decomposed `é` differ.
  @inlinable public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    hasher.combine(text.utf8.count)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
