/// Why bytes are not an event, and in which field.
///
/// Names fields and expectations, never a value: a value may be a person's.
public struct ReadingFailure: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The file or line starts with a byte-order mark.
    case byteOrderMark
    /// The bytes are not UTF-8.
    case notUTF8
    /// The text is not JSON: what was expected at this byte, counted from 1.
    case syntax(expected: String, byte: Int)
    /// Bytes follow the value.
    case trailingBytes(byte: Int)
    /// Objects and lists are nested too deeply.
    case tooDeep
    /// An object names this field twice.
    case duplicateField
    /// A number with a fraction or an exponent.
    case floatingPoint
    /// An integer beyond ±(2⁵³−1).
    case integerOutOfRange
    /// An escape that is half of a surrogate pair.
    case loneSurrogate
    /// JSON, but not the canonical bytes of it (order, spaces, escapes), at this byte from 1.
    case notCanonical(byte: Int)
    /// A field that must be there is not.
    case missing
    /// A field that this object does not have.
    case unknownField
    /// A value of another kind than expected.
    case wrongKind(expected: FieldKind)
    /// A value that cannot be.
    case invalid(InvalidValue)
    /// A type that this program does not know.
    case unknownType(String)
    /// A schema of a known type that this program does not know.
    case unknownSchema(EventType, Int)
    /// More bytes than an event may have.
    case tooLong(limit: Int)
    /// A field the ledger gives, not the writer.
    case givenByTheLedger
    /// A text about a person stands in clear, or one about no one is sealed.
    case wronglySealed
  }

  /// What is wrong.
  public let problem: Problem
  /// The fields that lead to it, outermost first: `data`, `members`, `2`, `role`.
  public private(set) var path: [String]

  public init(_ problem: Problem, path: [String] = []) {
    self.problem = problem
    self.path = path
  }

  /// The same failure, seen from the object or list that holds it.
  func within(_ field: String) -> ReadingFailure {
    ReadingFailure(problem, path: [field] + path)
  }

  /// The field, `data.members[2].role`; empty for the whole line.
  public var field: String {
    path.reduce(into: "") { text, part in
      let isIndex = part.utf8.allSatisfy { 48...57 ~= $0 }
      text += isIndex ? "[\(part)]" : text.isEmpty ? part : ".\(part)"
    }
  }
}
