/// A text in every language that the program can show.
///
/// ```swift
/// Text("le registre est vide", "the ledger is empty").at(path).text(in: language)
/// ```
///
/// The caller that shows a text passes the language; this type keeps none.
public struct Text: Hashable, Sendable {
  public let french: String
  public let english: String

  public init(_ french: String, _ english: String) {
    self.french = french
    self.english = english
  }

  /// A text that is the same in every language: a code, an id, a message of the system.
  public init(verbatim text: String) { self.init(text, text) }

  /// This text as it is shown.
  ///
  /// A French one has its no-break spaces here, whatever spaces it was written with; one that is the
  /// same in every language is a code or a command, and stays as it is.
  public func text(in language: Language) -> String {
    switch language {
    case .french: french == english ? french : Self.spaced(french)
    case .english: english
    }
  }

  /// This text with a file, a line or a path before it: `place: text`. The place is shown on one
  /// line.
  public func at(_ place: String) -> Text {
    let place = Shown.onOneLine(place)
    return Text("\(place) : \(french)", "\(place): \(english)")
  }

  /// This text with a field's name before it; unchanged if `field` is nil.
  public func of(field: String?) -> Text {
    field.map { Text("champ \($0) : \(french)", "field \($0): \(english)") } ?? self
  }

  /// This text, a semicolon and another text.
  public func then(_ other: Text) -> Text {
    Text("\(french) ; \(other.french)", "\(english); \(other.english)")
  }
}

extension Sequence<Text> {
  /// The texts joined in each language.
  public func joined(separator: String) -> Text {
    Text(
      map(\.french).joined(separator: separator), map(\.english).joined(separator: separator))
  }
}
