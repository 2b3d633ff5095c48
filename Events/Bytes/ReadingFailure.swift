/// Why bytes are not an event, and in which field.
///
/// It states fields and expectations, never a value: a value may be about a person.
public struct ReadingFailure: Error, Equatable, Sendable {
  /// The kinds of failure.
  public enum Problem: Equatable, Sendable {
    /// The file or line starts with a byte-order mark.
    case byteOrderMark
    /// The bytes are not UTF-8.
    case notUTF8
    /// The text is not JSON: what was expected, and at which byte, counted from 1.
    case syntax(expected: String, byte: Int)
    /// Bytes follow the value, from this byte on, counted from 1.
    case trailingBytes(byte: Int)
    /// More than ``JSONValue/deepest`` levels of objects and lists.
    case tooDeep
    /// An object has the field twice.
    case duplicateField
    /// A number with a fraction or an exponent.
    case floatingPoint
    /// An integer beyond ±(2⁵³−1).
    case integerOutOfRange
    /// An escape that is half of a surrogate pair.
    case loneSurrogate
    /// JSON, but not in canonical form (order, spaces, escapes), at this byte, counted from 1.
    case notCanonical(byte: Int)
    /// A required field is absent.
    case missing
    /// A field that the object may not have.
    case unknownField
    /// The JSON value is of another kind.
    case wrongKind(expected: FieldKind)
    /// A value of the right kind that is out of range or malformed.
    case invalid(InvalidValue)
    /// A type that this program does not know.
    case unknownType(String)
    /// A schema of a known type that this program does not know.
    case unknownSchema(EventType, Int)
    /// The event has more than `limit` bytes.
    case tooLong(limit: Int)
    /// A field that the ledger sets, not the writer.
    case givenByTheLedger
    /// A list has this element twice.
    case repeated
    /// The day of a field comes before the day of the event.
    case beforeItsDay
    /// The value contradicts that of another field of the event.
    case contradicts(field: String)
    /// A text about a person is in clear, or a text about no one is sealed.
    case wronglySealed
  }

  public let problem: Problem
  /// The keys and indices that lead to the problem, outermost first: `data`, `members`, `2`,
  /// `role`.
  public private(set) var path: [String]

  public init(_ problem: Problem, path: [String] = []) {
    self.problem = problem
    self.path = path
  }

  /// The same failure with a key or index of the enclosing value put before its path.
  func within(_ field: String) -> ReadingFailure {
    ReadingFailure(problem, path: [field] + path)
  }

  /// The path as text, `data.members[2].role`; empty if the problem is of the whole line.
  public var field: String {
    path.reduce(into: "") { text, part in
      let isIndex = part.utf8.allSatisfy { 48...57 ~= $0 }
      text += isIndex ? "[\(part)]" : text.isEmpty ? part : ".\(part)"
    }
  }
}
