/// A piece of HTML: elements and escaped text.
///
/// ```swift
/// HTML("p", class: "holder") {
///   HTML(text: name)
///   for block in blocks { HTML("span", text: block.code.text) }
/// }
/// ```
///
/// Text and attribute values are escaped, and characters that XML does not have are left out: the source
/// is well formed as XML too, whatever the texts say.
public struct HTML: Hashable, Sendable {
  /// The source, in UTF-8 once written.
  public let source: String

  private init(source: String) { self.source = source }

  /// Nothing.
  public static let nothing = HTML(source: "")

  /// Text.
  public init(text: String) { source = Self.escaped(text) }

  /// An element.
  ///
  /// - Parameters:
  ///   - name: the element's name, which the program writes and no user.
  ///   - style: its `class`; nil for none.
  ///   - attributes: in order; the names are the program's. One that is nil is left out.
  public init(
    _ name: StaticString, class style: String? = nil,
    _ attributes: KeyValuePairs<StaticString, String?> = [:],
    @HTMLBuilder content: () -> HTML
  ) {
    var head = "<\(name)"
    if let style { head += " class=\"\(Self.escaped(style))\"" }
    for case (let name, let value?) in attributes {
      head += " \(name)=\"\(Self.escaped(value))\""
    }
    let isVoid = ["br", "hr", "img", "input", "meta", "link", "col"].contains("\(name)")
    source = isVoid ? head + "/>" : "\(head)>\(content().source)</\(name)>"
  }

  /// An element with text alone.
  public init(
    _ name: StaticString, class style: String? = nil,
    _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String = ""
  ) {
    self.init(name, class: style, attributes) { HTML(text: text) }
  }

  /// A piece that this module makes itself and that is well formed: a style sheet, a drawing.
  init(verbatim source: String) { self.source = source }

  /// Pieces one after the other.
  public static func joined(_ pieces: some Sequence<HTML>) -> HTML {
    HTML(source: pieces.reduce(into: "") { $0 += $1.source })
  }

  /// Text as the source of an element or of an attribute's value.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// Builds a piece of HTML from pieces, with `if`, `for` and `if let`.
@resultBuilder public enum HTMLBuilder {
  public static func buildExpression(_ piece: HTML) -> HTML { piece }
  public static func buildBlock(_ pieces: HTML...) -> HTML { HTML.joined(pieces) }
  public static func buildArray(_ pieces: [HTML]) -> HTML { HTML.joined(pieces) }
  public static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .nothing }
  public static func buildEither(first piece: HTML) -> HTML { piece }
  public static func buildEither(second piece: HTML) -> HTML { piece }
}
