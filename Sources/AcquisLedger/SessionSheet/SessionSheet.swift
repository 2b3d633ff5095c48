public import Events
internal import Spelling

/// The sheet that a jury's session is filled in on: a row for each candidate, a column for each block, what
/// is recorded already in its cells.
///
/// ```swift
/// let sheet = SessionSheet(record, names: names, in: .french)
/// sheet.headings  // ["candidature", "nom", "BC01", …, "présence", "motif", "recommandation", "feuille"]
/// ```
public struct SessionSheet: Sendable {
  public let headings: [String]
  /// By name; candidates without one by id. Each has as many cells as there are headings.
  public let rows: [[String]]
  /// The words to choose from in a column, by its index.
  public let choices: [Int: [String]]

  /// - Parameter names: as they are listed; a candidate without one has an empty cell.
  public init(_ record: SessionRecord, names: [CandidacyID: String], in language: Language) {
    let blocks = SheetBlocks(record)
    let labels = blocks.labels
    let mark = SheetMark(
      jury: record.jury, known: record.known, edition: Edition.current.description
    )
    func heading(_ column: SessionColumn) -> String { column.heading.text(in: language) }
    headings =
      [heading(.candidacy), heading(.name)] + blocks.blocks.map { blocks.name(of: $0) }
      + [heading(.attendance), heading(.grounds), heading(.recommendation), heading(.mark)]
    let sorted = record.expected.map { candidate in
      (key: FoldedName(names[candidate.candidacy] ?? "").words.joined(separator: " "), candidate)
    }.sorted { ($0.key, $0.1.candidacy.text) < ($1.key, $1.1.candidacy.text) }
    rows = sorted.map { _, candidate in
      [candidate.candidacy.text, names[candidate.candidacy] ?? ""]
        + blocks.blocks.map { candidate.cell(of: $0, in: language) }
        + [
          candidate.attendance?.word.text(in: language) ?? "",
          SheetGrounds.cell(of: candidate, names: { blocks.name(of: $0) }, labels: labels),
          candidate.recommendation?.text.text ?? "",
          mark.cell(of: candidate.candidacy).text(in: language),
        ]
    }
    let verdicts = SheetVerdict.choices.map { $0.word.text(in: language) }
    var choices = Dictionary(
      uniqueKeysWithValues: blocks.blocks.indices.map { ($0 + 2, verdicts) })
    choices[blocks.blocks.count + 2] = SessionCandidate.Attendance.choices
      .map { $0.word.text(in: language) }
    self.choices = choices
  }
}

extension SessionCandidate {
  /// The cell of a block; a dash where it is no block of the candidate's certification.
  fileprivate func cell(of block: BlockCode, in language: Language) -> String {
    if !blocks.contains(block) { return blocks.isEmpty ? "" : "—" }
    if let verdict = verdict(on: block) { return verdict.word.text(in: language) }
    if case .absent = attendance { return SheetVerdict.absent.word.text(in: language) }
    return ""
  }
}
