internal import AcquisLedger
internal import Events
internal import Projections

/// The grid of a jury's session as a sheet: which cell is which field of the form, and the sheet that a form
/// fills in.
///
/// A form is taken back as a spreadsheet's file is: compared with what the ledger held when the page was made,
/// and with what it holds now.
struct SessionGrid {
  let record: SessionRecord
  private let sheet: SessionSheet
  private let names: [CandidacyID: String]

  /// - Parameters:
  ///   - record: what the ledger held when the page was made.
  ///   - names: as they are listed, where they are shown.
  init(_ record: SessionRecord, names: [CandidacyID: String]) {
    self.record = record
    self.names = names
    sheet = SessionSheet(record, names: names, in: .french)
  }

  /// A candidate's row.
  struct Row {
    let candidacy: CandidacyID
    let name: String?
    /// The cells of the blocks, as the sheet has them.
    let verdicts: [String]
    let attendance: SessionCandidate.Attendance?
    let grounds: String
    let recommendation: String
  }

  var blocks: [BlockCode] { record.blocks }

  /// The blocks' names in the headings.
  var headings: [String] { Array(sheet.headings.dropFirst(2).prefix(blocks.count)) }

  var rows: [Row] {
    sheet.rows.compactMap { cells in
      guard let candidacy = try? CandidacyID(cells[0]) else { return nil }
      let rest = cells.dropFirst(2 + blocks.count)
      let texts = Array(rest)
      return Row(
        candidacy: candidacy, name: names[candidacy],
        verdicts: Array(cells.dropFirst(2).prefix(blocks.count)),
        attendance: Self.attendance(texts[0]), grounds: texts[1], recommendation: texts[2])
    }
  }

  private static func attendance(_ cell: String) -> SessionCandidate.Attendance? {
    SessionCandidate.Attendance.choices.first { $0.word.french == cell }
  }

  // MARK: Fields

  static func field(_ name: String, _ candidacy: CandidacyID) -> String { "\(name).\(candidacy)" }

  static func field(_ block: BlockCode, _ candidacy: CandidacyID) -> String {
    "verdict.\(candidacy).\(block)"
  }

  /// Whether a field has a text about a candidate, which is shown to whom names are.
  static func isText(_ field: String) -> Bool {
    field.hasPrefix("grounds.") || field.hasPrefix("recommendation.")
  }

  /// The choices of a presence; a form sends ``value(of:)``.
  static let attendances = SessionCandidate.Attendance.choices

  static func value(of attendance: SessionCandidate.Attendance?) -> String {
    switch attendance {
    case nil: ""
    case .present: "P"
    case .absent(let excused): excused ? "EXC" : "ABS"
    }
  }

  /// The field at a place of the sheet; nil for a place that is none of the form's.
  func field(at place: SheetProblem.Place) -> String? {
    let index = place.row - 2
    guard rows.indices.contains(index) else { return nil }
    let candidacy = rows[index].candidacy
    guard let column = place.column, column >= 2 else { return Self.field("attendance", candidacy) }
    let number = column - 2
    if number < blocks.count { return Self.field(blocks[number], candidacy) }
    return ["attendance", "grounds", "recommendation"].dropFirst(number - blocks.count).first
      .map { Self.field($0, candidacy) }
  }

  /// What each field is called where something is wrong with it: `DUPONT Marie, BC01`.
  var labels: [String: Text] {
    var labels: [String: Text] = [:]
    for row in rows {
      let (id, who) = (row.candidacy, row.name ?? row.candidacy.text)
      for (index, block) in blocks.enumerated() {
        labels[Self.field(block, id)] = Text(verbatim: "\(who), \(headings[index])")
      }
      labels[Self.field("attendance", id)] = Text("\(who), présence", "\(who), attendance")
      labels[Self.field("grounds", id)] = Text("\(who), motif", "\(who), grounds")
      labels[Self.field("recommendation", id)] = Text(
        "\(who), recommandation", "\(who), recommendation")
    }
    return labels
  }

  // MARK: The filled sheet

  /// The sheet as a form fills it in. A field that the form does not have leaves its cell as it is.
  ///
  /// - Throws: ``SheetProblem``, which a sheet made here does not have.
  func filled(by values: FormValues, has: (String) -> Bool) throws(SheetProblem) -> SheetHead {
    var lines = [SheetLine(1, sheet.headings)]
    for (index, cells) in sheet.rows.enumerated() {
      var cells = cells
      if let candidacy = try? CandidacyID(cells[0]) {
        for (number, block) in blocks.enumerated() where has(Self.field(block, candidacy)) {
          cells[2 + number] = values[Self.field(block, candidacy)]
        }
        let start = 2 + blocks.count
        if has(Self.field("attendance", candidacy)) {
          let value = values[Self.field("attendance", candidacy)]
          cells[start] =
            Self.attendances.first { Self.value(of: $0) == value }?.word.french ?? value
        }
        for (number, name) in ["grounds", "recommendation"].enumerated()
        where has(Self.field(name, candidacy)) {
          cells[start + 1 + number] = values[Self.field(name, candidacy)]
        }
      }
      lines.append(SheetLine(index + 2, cells))
    }
    return try SheetHead(lines)
  }
}
