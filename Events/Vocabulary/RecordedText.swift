/// A text that is sealed if its event concerns one person, and in clear if it concerns none.
public enum RecordedText: Hashable, Sendable {
  /// About no one: a jury cancelled, a framework corrected.
  case clear(FreeText)
  /// About a person, under that person's key.
  case sealed(Sealed)
}
