/// Why an archive cannot be read. A part is known by its index.
public enum ArchiveFailure: Error, Hashable, Sendable {
  /// The bytes do not begin as an archive.
  case notAnArchive
  /// The table of contents at the end is missing or contradicts the rest.
  case cutShort
  /// More parts than the limit.
  case tooManyParts
  /// More unpacked bytes than the limit, said or found.
  case tooLarge
  /// Two parts of one name.
  case repeated(part: Int)
  case encrypted(part: Int)
  /// Not the bytes that were packed, or packed in a way unknown here.
  case damaged(part: Int)
}
