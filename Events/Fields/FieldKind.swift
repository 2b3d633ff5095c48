/// The kind of JSON value that was expected where another was found.
public enum FieldKind: Hashable, Sendable {
  case text
  case wholeNumber
  case boolean
  case list
  case object
  /// This word or number of the vocabulary and no other.
  case exactly(String)
}
