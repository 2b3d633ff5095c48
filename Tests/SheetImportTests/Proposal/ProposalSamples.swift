import Catalogue
import Events
import SheetImport
import Sheets
import Testing

/// The two certifications of the catalogue.
func catalogueFrameworks() throws -> KnownFrameworks {
  KnownFrameworks(
    try BuiltInCatalogue.events().compactMap { event in
      if case .certificationRegistered(let registration) = event.fact { registration } else { nil }
    })
}

/// What is proposed for a sheet that is written as lines of a text file.
func proposal(
  _ lines: [String], named name: String = "feuille.csv", encoding: ([String]) -> [UInt8] = utf8
) throws -> PlanProposal {
  try PlanProposal(
    SheetFile(encoding(lines), named: name), named: name, try catalogueFrameworks(),
    today: try CalendarDate(2026, 11, 26))
}

func utf8(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

func utf16(_ lines: [String]) -> [UInt8] {
  [0xFF, 0xFE]
    + lines.joined(separator: "\n").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}

extension PlanProposal {
  /// The index of a column by its heading.
  func index(_ heading: String, _ occurrence: Int = 1) throws -> Int {
    try #require(
      plan.columns.firstIndex { $0.heading == heading && $0.occurrence == occurrence },
      "no column \(heading) among \(plan.columns.map(\.heading))")
  }

  func column(_ heading: String, _ occurrence: Int = 1) throws -> PlannedColumn {
    plan.columns[try index(heading, occurrence)]
  }

  func field(_ heading: String, _ occurrence: Int = 1) throws -> PlannedField {
    try column(heading, occurrence).field
  }

  /// The meaning of a word of a column.
  func meaning(_ word: String, in heading: String, beside: String? = nil) throws -> WordMeaning? {
    try column(heading).words.first {
      PlannedWord.key($0.word) == PlannedWord.key(word) && $0.beside == beside
    }?.meaning
  }

  /// How many cells have a word.
  func count(_ word: String, in heading: String, beside: String? = nil) throws -> Int {
    let index = try index(heading)
    guard
      let place = plan.columns[index].words.firstIndex(where: {
        PlannedWord.key($0.word) == PlannedWord.key(word) && $0.beside == beside
      })
    else { return 0 }
    return notes.counts[index]?[place] ?? 0
  }

  var said: String { notes.findings.map(\.french).joined(separator: "\n") }
}

func block(_ code: String) throws -> BlockCode { try BlockCode(code) }
