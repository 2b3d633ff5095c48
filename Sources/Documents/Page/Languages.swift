public import Events

/// The languages of a document, the first one foremost: French, English, or both beside each other.
public struct Languages: Hashable, Sendable {
  public let first: Language
  /// The language repeated beside the first one; nil for a document in one language.
  public let second: Language?

  public init(_ first: Language, and second: Language? = nil) {
    self.first = first
    self.second = second == first ? nil : second
  }

  /// A text in the first language, then in the second one, each marked with its language.
  public func html(_ text: Text) -> HTML {
    guard let second, text.french != text.english else { return HTML(text: text.text(in: first)) }
    return HTML.joined([
      HTML("span", ["lang": first.rawValue], text: text.text(in: first)), HTML(text: " "),
      HTML("span", class: "second", ["lang": second.rawValue], text: text.text(in: second)),
    ])
  }

  /// An element with a text, as by ``html(_:)``.
  public func html(_ name: StaticString, class style: String? = nil, _ text: Text) -> HTML {
    HTML(name, class: style) { html(text) }
  }
}
