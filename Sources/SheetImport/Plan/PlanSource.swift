internal import Events

/// The lines of a plan's file that say something, by section.
struct PlanSource: Sendable {
  struct Line: Sendable {
    /// From 1.
    let number: Int
    let phrase: PlanPhrase
  }

  /// A section `[mots …]`.
  struct Words: Sendable {
    let header: Line
    var lines: [Line] = []
  }

  private(set) var sheet: [Line] = []
  private(set) var columns: [Line] = []
  private(set) var words: [Words] = []
  private(set) var problems: [PlanFailure.Problem] = []
  private(set) var hasColumns = false

  private enum Place { case outside, sheet, columns, words, skipped }

  /// - Parameter bytes: UTF-8, with or without a byte-order mark, with any line ends.
  init(_ bytes: [UInt8]) {
    var place = Place.outside
    for line in lines(of: bytes) {
      if let (inside, isClosed) = line.phrase.bracketed {
        place = open(inside, isClosed: isClosed, line)
        continue
      }
      switch place {
      case .outside:
        add(
          line.number,
          Text(
            "une section est attendue d’abord : [feuille], [colonnes] ou [mots …]",
            "a section is expected first: [sheet], [columns] or [words …]"))
        place = .skipped
      case .sheet: sheet.append(line)
      case .columns: columns.append(line)
      case .words: words[words.count - 1].lines.append(line)
      case .skipped: continue
      }
    }
    if !hasColumns, problems.isEmpty {
      add(
        1,
        Text(
          "la section [colonnes] manque : elle dit ce qu’est chaque colonne",
          "the section [columns] is missing: it says what each column is"))
    }
  }

  private mutating func add(_ line: Int, _ text: Text) {
    problems.append(PlanFailure.Problem(line: line, text))
  }

  private mutating func open(_ inside: PlanPhrase, isClosed: Bool, _ line: Line) -> Place {
    guard isClosed else {
      add(line.number, Text("le crochet ] manque à la fin", "the bracket ] is missing at the end"))
      return .skipped
    }
    let name = inside.words.first?.raw ?? ""
    guard let section = PlanVocabulary.sections.value(of: name) else {
      add(
        line.number,
        PlanFailure.unknown(
          Text("section inconnue", "unknown section"), name,
          expected: Text("[feuille], [colonnes] ou [mots …]", "[sheet], [columns] or [words …]"),
          near: PlanVocabulary.sections.near(name)))
      return .skipped
    }
    switch section {
    case .sheet: return .sheet
    case .columns:
      hasColumns = true
      return .columns
    case .words:
      words.append(Words(header: Line(number: line.number, phrase: inside.dropping(words: 1))))
      return .words
    }
  }

  private mutating func lines(of bytes: [UInt8]) -> [Line] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    var lines: [Line] = []
    for (index, line) in Self.split(bytes).enumerated() {
      guard let text = String(validating: line, as: UTF8.self) else {
        add(
          index + 1,
          Text(
            "le fichier n’est pas en UTF-8 : l’enregistrer en UTF-8 avec l’éditeur",
            "the file is not UTF-8: save it as UTF-8 in the editor"))
        return []
      }
      let phrase = PlanPhrase(line: text[...])
      if !phrase.isEmpty { lines.append(Line(number: index + 1, phrase: phrase)) }
    }
    return lines
  }

  /// The lines, without their ends: CR, LF, or both.
  private static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      if bytes[index] == 10 || bytes[index] == 13 {
        lines.append(bytes[start..<index])
        let isBoth = bytes[index] == 13 && index + 1 < bytes.endIndex && bytes[index + 1] == 10
        index += isBoth ? 2 : 1
        start = index
      } else {
        index += 1
      }
    }
    lines.append(bytes[start...])
    return lines
  }
}
