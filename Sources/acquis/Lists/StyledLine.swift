internal import Events

/// What a part of a line means to its reader. Its words say the same: a colour is never alone.
enum Tone: Hashable {
  case plain
  /// A heading.
  case heading
  /// Held, done, accepted.
  case good
  /// Soon to end, awaited, to be done.
  case warning
  /// Annulled, refused, past, to be reviewed.
  case bad
  /// Of less weight than the rest.
  case faint

  /// The terminal's sequence that begins it (ECMA-48, SGR); empty for plain text.
  fileprivate var sequence: String {
    switch self {
    case .plain: ""
    case .heading: "\u{1b}[1m"
    case .good: "\u{1b}[32m"
    case .warning: "\u{1b}[33m"
    case .bad: "\u{1b}[31m"
    case .faint: "\u{1b}[2m"
    }
  }
}

/// A line of a screen in parts, each with its tone.
struct StyledLine: Hashable {
  private(set) var parts: [(text: String, tone: Tone)] = []

  init(_ text: String = "", _ tone: Tone = .plain) { append(text, tone) }

  mutating func append(_ text: String, _ tone: Tone = .plain) {
    if !text.isEmpty { parts.append((text, tone)) }
  }

  /// The text without tones and without spaces at its end.
  var text: String {
    var text = parts.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The text with the sequences of a terminal's colours around its parts.
  var painted: String {
    parts.map { part in
      let shown = Shown.onOneLine(part.text)
      return part.tone == .plain || shown.allSatisfy { $0 == " " }
        ? shown : part.tone.sequence + shown + "\u{1b}[0m"
    }.joined()
  }

  static func == (left: StyledLine, right: StyledLine) -> Bool {
    left.parts.elementsEqual(right.parts) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    for part in parts {
      hasher.combine(part.text)
      hasher.combine(part.tone)
    }
  }
}
