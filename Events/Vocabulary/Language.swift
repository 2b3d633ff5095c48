/// A language that people read. JSON and the log have the vocabulary's own words, which are English.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case french = "fr"
  case english = "en"
}
