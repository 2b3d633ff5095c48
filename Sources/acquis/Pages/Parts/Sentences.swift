internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

/// Words and what is said under each, as a list of terms; the positions and ids in it are links to their pages.
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

  /// What a word may be, by the word before it.
  private enum Expected {
    case nothing
    /// `position 12`, `positions 12, 31`, `positions 8 à 9`.
    case position
    /// `jury J-2021-02`, `candidature D-2021-004`.
    case id((String) -> String?)
  }

  /// A text with its positions and ids as links.
  func linked(_ text: String) -> HTML {
    var pieces: [HTML] = []
    var expected = Expected.nothing
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { pieces.append(HTML(text: " ")) }
      let end = word.lastIndex { $0.isLetter || $0.isNumber }
      let core = end.map { String(word[...$0]) } ?? ""
      let rest = String(word.dropFirst(core.count))
      if let address = address(of: core, expected) {
        pieces += [call.link(address, core), HTML(text: rest)]
        if case .position = expected, rest.hasPrefix(",") { continue }
        expected = .nothing
      } else if let subject = try? Subject(core), let address = call.links.to(subject) {
        pieces += [call.link(address, core), HTML(text: rest)]
        expected = .nothing
      } else {
        pieces.append(HTML(text: String(word)))
        expected = self.expected(after: core, expected)
      }
    }
    return HTML.joined(pieces)
  }

  private func address(of word: String, _ expected: Expected) -> String? {
    switch expected {
    case .nothing: return nil
    case .position:
      guard word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int64(word) else {
        return nil
      }
      return call.links.to(entry: Position(number))
    case .id(let address):
      // An id has a digit or a capital: `jury annulé` names none.
      let looksLikeOne = word.contains { $0.isASCII && ($0.isNumber || $0.isUppercase) }
      return looksLikeOne ? address(word) : nil
    }
  }

  /// The words before a position in a comparison.
  private static let entry = Set(
    [Text("entrée", "entry"), Text("entrées", "entries")].flatMap { [$0.french, $0.english] })

  private func expected(after word: String, _ before: Expected) -> Expected {
    let links = call.links
    if Self.entry.contains(word) { return .position }
    switch word.lowercased() {
    case "position", "positions": return .position
    case "à", "to", "et", "and": return before
    case "jury":
      return .id { (try? JuryID($0)).map { links.to(["juries", $0.text]) } }
    case "candidature", "candidacy":
      return .id { (try? CandidacyID($0)).map { links.to(["candidacies", $0.text]) } }
    case "certification":
      return .id { (try? CertificationCode($0)).map { links.to(["certifications", $0.text]) } }
    default: return .nothing
    }
  }
}
