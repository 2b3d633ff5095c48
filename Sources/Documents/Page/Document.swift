public import Cryptography
public import Events

/// A document made from a ledger's answers, before it is written: what it says and what it rests on.
///
/// It is one HTML file for A4, without anything from outside: no font, script, image or host.
public struct Document: Sendable {
  /// What the log is asked to prove of a document.
  public enum Grounds: Hashable, Sendable {
    /// The entries that it states, each with an inclusion proof.
    case entries([Position])
    /// Tables too large to prove entry by entry: the SHA-256 of their rows as canonical JSON.
    case tables(Digest)
  }

  /// The title of the file, without a person's name.
  public let title: Text
  public let languages: Languages
  /// Without the proof, which is added at its end.
  public let body: HTML
  public let grounds: Grounds

  public init(title: Text, in languages: Languages, grounds: Grounds, @HTMLBuilder body: () -> HTML)
  {
    self.title = title
    self.languages = languages
    self.grounds = grounds
    self.body = body()
  }

  /// The whole file.
  ///
  /// - Parameter proof: the part at its end that shows what the document rests on.
  public func html(proof: HTML = .nothing) -> String {
    let head = HTML("head") {
      HTML("meta", ["charset": "utf-8"])
      HTML("title", text: title.text(in: languages.first))
      HTML("style") { HTML(verbatim: PageStyle.sheet) }
    }
    let page = HTML("html", ["lang": languages.first.rawValue]) {
      head
      HTML("body") {
        HTML("main") { body }
        proof
      }
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }
}
