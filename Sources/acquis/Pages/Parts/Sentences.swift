internal import Documents
internal import Events

/// Words and what is said under each, as a list of terms; positions in it are links to their entries.
struct Sentences {
  typealias Row = (heading: Text, text: Text, tone: Tone)

  let call: PageCall

  init(_ call: PageCall) { self.call = call }

  func list(_ rows: [Row]) -> HTML {
    if rows.isEmpty { return .nothing }
    return HTML("dl", class: "facts") {
      for row in rows {
        HTML("div", class: row.tone.style) {
          if !row.heading.english.isEmpty { call.html("dt", row.heading.capitalised) }
          HTML("dd") { linked(call.say(row.text)) }
        }
      }
    }
  }

  /// A text with its positions as links: `position 12`, `positions 12, 31`, `positions 8 à 9`.
  func linked(_ text: String) -> HTML {
    var pieces: [HTML] = []
    var (plain, follows) = ("", false)
    func flush() {
      if !plain.isEmpty { pieces.append(HTML(text: plain)) }
      plain = ""
    }
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      let isNumber =
        follows && !digits.isEmpty
        && word.dropFirst(digits.count).allSatisfy { ",;:.)".contains($0) || $0.isWhitespace }
      if isNumber, let number = Int64(digits) {
        plain += pieces.isEmpty && plain.isEmpty ? "" : " "
        flush()
        pieces.append(call.link(call.links.to(entry: Position(number)), String(digits)))
        plain += word.dropFirst(digits.count)
        follows = word.hasSuffix(",")
      } else {
        plain += (pieces.isEmpty && plain.isEmpty ? "" : " ") + word
        let isWord = ["position", "positions"].contains { word.hasSuffix($0) }
        follows = isWord || (follows && ["à", "to", "et", "and"].contains(word))
      }
    }
    flush()
    return HTML.joined(pieces)
  }
}
