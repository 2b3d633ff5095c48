/// A language of the texts shown to people. JSON and the log use the words of the vocabulary, which
/// are English.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case french = "fr"
  case english = "en"
}
