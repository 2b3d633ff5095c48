internal import Glibc

/// The languages of what a person reads. JSON, CSV and the log speak the vocabulary's own words.
enum Language: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"

  /// The language of this run: `--lang`, else `$LC_ALL`, `$LC_MESSAGES`, `$LANG`; English where none of
  /// them names French.
  static let current: Language = {
    let words = CommandLine.arguments
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) {
        return language
      }
      if word == "--lang", index + 1 < words.count,
        let language = Language(rawValue: words[index + 1])
      {
        return language
      }
    }
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.variable).first
    return named?.hasPrefix("fr") == true ? .french : .english
  }()
}

/// A text in both languages: none is without the other.
struct Wording: Hashable, Sendable {
  let french: String
  let english: String

  init(_ french: String, _ english: String) {
    self.french = french
    self.english = english
  }

  /// The text in a language.
  func text(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  /// This text about a place, a file or a line: `place: text`.
  func at(_ place: String) -> Wording {
    let place = Shown.onOneLine(place)
    return Wording("\(place) : \(french)", "\(place): \(english)")
  }

  /// This text about a field; itself where it is about none.
  func of(field: String?) -> Wording {
    field.map { Wording("champ \($0) : \(french)", "field \($0): \(english)") } ?? self
  }

  /// What the system says of an error's code, in its own words.
  static func system(_ code: Int32) -> Wording {
    let words = String(cString: strerror(code))
    return Wording(words, words)
  }

  /// The text in this run's language.
  var text: String { text(in: .current) }
}
