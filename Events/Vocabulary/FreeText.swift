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
}
