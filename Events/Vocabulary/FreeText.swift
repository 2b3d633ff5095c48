/// A text in a person's own words, kept as it was written: at most 2,000 Unicode scalars.
@frozen public struct FreeText: Hashable, Sendable {
  /// The text; never normalised, trimmed or folded.
  public let text: String

  /// The most Unicode scalars a free text may have.
  @inlinable public static var limit: Int { 2000 }

  /// - Throws: ``InvalidValue/textTooLong(limit:)``.
  @inlinable public init(_ text: String) throws(InvalidValue) {
    guard text.utf8.count <= Self.limit || text.unicodeScalars.count <= Self.limit else {
      throw .textTooLong(limit: Self.limit)
    }
    self.text = text
  }

  /// Texts are equal when their bytes are: `é` composed and decomposed are two texts.
  @inlinable public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    hasher.combine(text.utf8.count)
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
