/// The kind of a JSON value, where another was found.
public enum FieldKind: Hashable, Sendable {
  case text
  case wholeNumber
  case boolean
  case list
  case object
  /// This word or number of the vocabulary and no other.
  case exactly(String)
}

extension FieldKind: CustomStringConvertible {
  /// What was expected, as a sentence's end.
  public var description: String {
    switch self {
    case .text: "a text"
    case .wholeNumber: "a whole number"
    case .boolean: "true or false"
    case .list: "a list"
    case .object: "an object"
    case .exactly(let word): word
    }
  }
}
