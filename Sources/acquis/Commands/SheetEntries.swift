internal import AcquisLedger
internal import EventLog
internal import Events
internal import SheetImport

/// The entries that a sheet's import makes, each with the rows that state it.
///
/// Their lines are their places in the import, as rows of several tabs may have one number.
struct SheetEntries {
  let submissions: [Submission]
  /// By submission; none for what is about a jury.
  private let places: [[RowPlace]]
  private let rows: SheetRowsText

  init(
    _ changes: SheetChanges, _ reading: SheetReading, _ rows: SheetRowsText, by recorder: String,
    at now: Instant
  ) throws {
    submissions = try changes.submissions(by: recorder, at: now).enumerated()
      .map { $1.numbered($0 + 1) }
    places = changes.submittedRows.map { own in
      own.filter(reading.rows.indices.contains).map { reading.rows[$0].place }.sorted()
    }
    self.rows = rows
  }

  /// The rows of each entry of an append.
  func places(_ receipt: AppendReceipt) -> [Position: [RowPlace]] {
    var byPosition: [Position: Set<RowPlace>] = [:]
    for (position, own) in zip(receipt.positions, places) {
      byPosition[position, default: []].formUnion(own)
    }
    return byPosition.mapValues { $0.sorted() }
  }

  /// Texts left out, each with the number of its first row.
  func leftOut(_ texts: [LeftOutText]) -> [LeftOutText] {
    texts.map { text in
      LeftOutText(
        line: places(ofLine: text.line).first?.number ?? text.line, field: text.field,
        text: text.text)
    }
  }

  /// What is wrong with rows, each once with all its rows; nil for a failure of the ledger or the vault.
  ///
  /// - Parameter file: the sheet's.
  func failure(_ failure: SubmissionFailure, of file: String) -> Failure? {
    let all = [failure] + failure.further
    var order: [Text] = []
    var byProblem: [Text: Set<RowPlace>] = [:]
    for one in all {
      switch one.problem {
      case .unreadable, .cut, .unknown, .erasure, .erased, .namesPerson, .refused: break
      case .notSealed, .nothing, .contended, .changedMeanwhile, .other: return nil
      }
      guard let line = one.line else { return nil }
      let problem = one.problem.textWithRemedy
      if byProblem[problem] == nil { order.append(problem) }
      byProblem[problem, default: []].formUnion(places(ofLine: line))
    }
    return .input(
      Failure.several(
        order.map { problem in at(byProblem[problem, default: []].sorted(), of: file, problem) },
        omitted: failure.omitted))
  }

  private func places(ofLine line: Int) -> [RowPlace] {
    places.indices.contains(line - 1) ? places[line - 1] : []
  }

  /// `feuille.csv, lignes 12, 14 : …`.
  private func at(_ places: [RowPlace], of file: String, _ problem: Text) -> Text {
    let file = Shown.onOneLine(file)
    if places.isEmpty { return problem.at(file) }
    let row = rows.text(places)
    return Text(
      "\(file), \(row.french) : \(problem.french)", "\(file), \(row.english): \(problem.english)")
  }
}
