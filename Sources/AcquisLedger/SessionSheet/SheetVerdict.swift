public import Events
internal import Spelling

/// The content of a block's cell in a session sheet. An empty cell is no decision.
public enum SheetVerdict: CaseIterable, Hashable, Sendable {
  case validated
  case refused
  case absent
  /// Held before: not to be filled.
  case held

  /// The word that a sheet is made with.
  public var word: Text {
    switch self {
    case .validated: Text(verbatim: "V")
    case .refused: Text(verbatim: "NV")
    case .absent: Text(verbatim: "ABS")
    case .held: Text("acquis", "held")
    }
  }

  /// The words that a person may choose in the cell.
  public static let choices: [SheetVerdict] = [.validated, .refused, .absent]

  /// The words that are read, in small letters, without accents, blanks and punctuation.
  static let words: [String: SheetVerdict] = [
    "v": .validated, "valide": .validated, "validee": .validated, "validated": .validated,
    "nv": .refused, "nonvalide": .refused, "nonvalidee": .refused, "refuse": .refused,
    "refusee": .refused, "ajourne": .refused, "ajournee": .refused, "notvalidated": .refused,
    "refused": .refused, "acquis": .held, "held": .held,
  ]
}

/// What a session sheet says of a candidate's presence.
enum SheetAttendance: Hashable, Sendable {
  case present
  /// Nil: whether it is excused is not said.
  case absent(excused: Bool?)

  /// The words that are read, in small letters, without accents, blanks and punctuation.
  static let words: [String: SheetAttendance] = {
    var words: [String: SheetAttendance] = [
      "p": .present, "present": .present, "presente": .present,
      "notexcused": .absent(excused: false), "excused": .absent(excused: true),
      "excuse": .absent(excused: true), "excusee": .absent(excused: true),
    ]
    for absent in ["abs", "absent", "absente"] {
      words[absent] = .absent(excused: nil)
      for excused in ["exc", "excuse", "excusee", "excused", "j", "justifie", "justifiee"] {
        words[absent + excused] = .absent(excused: true)
        words[absent + "non" + excused] = .absent(excused: false)
        words[absent + "not" + excused] = .absent(excused: false)
      }
    }
    return words
  }()

  /// Whether it says what is recorded; an absence of which it is not said whether it is excused is any.
  func says(_ attendance: SessionCandidate.Attendance?) -> Bool {
    switch (self, attendance) {
    case (.present, .present): true
    case (.absent(let said), .absent(let recorded)): said.map { $0 == recorded } ?? true
    case (.present, .absent), (.absent, .present), (.present, nil), (.absent, nil): false
    }
  }
}

extension SessionCandidate.Attendance {
  /// The word that a sheet is made with.
  public var word: Text {
    switch self {
    case .present: Text("présent", "present")
    case .absent(let excused):
      excused
        ? Text("absent excusé", "absent, excused")
        : Text("absent non excusé", "absent, not excused")
    }
  }

  /// The words that a person may choose in the cell.
  public static let choices: [SessionCandidate.Attendance] = [
    .present, .absent(excused: false), .absent(excused: true),
  ]
}

extension SheetAttendance {
  /// The word that a sheet is made with.
  var word: Text {
    switch self {
    case .present: SessionCandidate.Attendance.present.word
    case .absent(let excused): SessionCandidate.Attendance.absent(excused: excused ?? false).word
    }
  }
}

/// A cell's text compared with words and texts of the ledger.
enum SheetText {
  /// Without case, accents, blanks and punctuation.
  static func folded(_ text: String) -> String { FoldedName(text).joined }

  /// Nil for an empty cell, or one with a dash alone.
  static func content(_ text: String) -> String? {
    let trimmed = trimmed(text)
    return ["", "-", "–", "—"].contains(trimmed) ? nil : trimmed
  }

  /// Line ends and blanks are those that a spreadsheet may change.
  static func trimmed(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let plain = lines.replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
    var rest = plain[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// Whether a cell has a text of the ledger.
  ///
  /// - Parameter isLossy: the file's encoding has only the characters of Windows-1252, in whose place a
  ///   spreadsheet writes another one: each then stands for any.
  static func isSame(_ cell: String, _ text: String, isLossy: Bool) -> Bool {
    let (left, right) = (trimmed(cell), trimmed(text))
    if left == right { return true }
    guard isLossy else { return false }
    let (found, meant) = (Array(left.utf16), Array(right.utf16))
    guard found.count == meant.count else { return false }
    return zip(found, meant).allSatisfy { $0 == $1 || !isWestern($1) }
  }

  /// Whether a UTF-16 unit is a character of Windows-1252.
  private static func isWestern(_ unit: UInt16) -> Bool {
    unit < 0x80 || 0xa0...0xff ~= unit || others.contains(unit)
  }

  private static let others = Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".utf16)
}
