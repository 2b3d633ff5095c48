/// A text in every language: none is without the other.
///
/// ```swift
/// Text("le registre est vide", "the ledger is empty").at(path).text(in: language)
/// ```
///
/// Nothing here knows which language is wanted: whoever shows a text passes it along.
public struct Text: Hashable, Sendable {
  /// For `fr`.
  public let french: String
  /// For `en`.
  public let english: String

  public init(_ french: String, _ english: String) {
    self.french = french
    self.english = english
  }

  /// The same in every language: a code, an id, what the system says.
  public init(verbatim text: String) { self.init(text, text) }

  /// The text in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  /// This text about a place, a file or a line: `place: text`. The place stays on its line.
  public func at(_ place: String) -> Text {
    let place = Shown.onOneLine(place)
    return Text("\(place) : \(french)", "\(place): \(english)")
  }

  /// This text about a field; itself where it is about none.
  public func of(field: String?) -> Text {
    field.map { Text("champ \($0) : \(french)", "field \($0): \(english)") } ?? self
  }

  /// This text, and another after a semicolon.
  public func then(_ other: Text) -> Text {
    Text("\(french) ; \(other.french)", "\(english); \(other.english)")
  }
}

extension Sequence<Text> {
  /// One text of several, in each language.
  public func joined(separator: String) -> Text {
    Text(
      map(\.french).joined(separator: separator), map(\.english).joined(separator: separator))
  }
}
