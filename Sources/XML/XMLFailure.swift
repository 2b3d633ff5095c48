/// Why a document of XML cannot be read. Lines count from 1.
public enum XMLFailure: Error, Hashable, Sendable {
  /// It is not well-formed.
  case malformed(line: Int)
  /// It ends within an element, or is empty.
  case cutShort(line: Int)
  /// It declares a document type, and so perhaps entities.
  case documentType(line: Int)
  /// More elements within each other than the limit.
  case tooDeep(line: Int)
  /// A tag, a comment or an instruction that is longer than the limit.
  case tooLong(line: Int)
}
