internal import Events

/// A column as a line of the plan names it: `NOM`, `NOM (2)`, `« NOM (2) » (3)`, `colonne K`.
struct PlanHeading: Hashable, Sendable {
  let heading: String
  let occurrence: Int

  init(_ heading: String, occurrence: Int) {
    self.heading = heading
    self.occurrence = occurrence
  }

  init(_ column: PlannedColumn) {
    self.init(PlanQuote.onOneLine(column.heading), occurrence: column.occurrence)
  }

  init(_ phrase: PlanPhrase) {
    if let (content, rest) = phrase.quotedStart {
      if rest.isEmpty {
        self.init(content, occurrence: 1)
        return
      }
      if let found = Self.occurrence(in: "x \(rest.raw)"), found.heading == "x" {
        self.init(content, occurrence: found.number)
        return
      }
    }
    let text = phrase.raw
    if let found = Self.occurrence(in: text) {
      self.init(Self.letters(in: found.heading) ?? found.heading, occurrence: found.number)
    } else {
      self.init(Self.letters(in: text) ?? text, occurrence: 1)
    }
  }

  /// The end `(2)` of a heading, and what is before it.
  static func occurrence(in text: String) -> (heading: String, number: Int)? {
    guard text.hasSuffix(")"), let bracket = text.lastIndex(of: "(") else { return nil }
    let digits = text[text.index(after: bracket)...].dropLast()
    guard !digits.isEmpty, digits.utf8.count < 5, digits.utf8.allSatisfy({ 48...57 ~= $0 }),
      let number = Int(digits), number > 0
    else { return nil }
    let before = text[..<bracket]
    guard before.last?.isWhitespace == true,
      let end = before.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return (String(before[...end]), number)
  }

  /// The letters of `colonne K`.
  static func letters(in text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, PlanVocabulary.column.has(String(words[0])),
      1...3 ~= words[1].utf8.count,
      words[1].utf8.allSatisfy({ 65...90 ~= $0 || 97...122 ~= $0 })
    else { return nil }
    return words[1].uppercased()
  }

  /// The letters of a column, from 0.
  static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(65 + (rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// Whether a word without quotes is the blank cell.
  static func isBlankWord(_ word: String) -> Bool {
    let small = word.lowercased()
    return small == PlanVocabulary.blank.french || small == PlanVocabulary.blank.english
  }
}

extension Text {
  /// This text in a file that a program reads again: with plain spaces.
  func raw(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
