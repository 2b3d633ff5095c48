internal import AcquisLedger
internal import Events
internal import Sheets

/// `import FILE` of a plain sheet: a header of field names with a `type` column, a fact a row.
enum ImportTable {
  static func run(_ bytes: [UInt8], from file: String, _ invocation: Invocation) throws {
    let sheet: SheetFile
    do throws(SheetReadingFailure) {
      sheet = try SheetFile(bytes, named: file == "-" ? "" : file)
    } catch {
      throw Failure.input(error.text.at(file))
    }
    let places = SheetPlaces(file: file, pages: sheet.pages.count)
    let day = invocation.has("on") ? try invocation.day() : nil
    let log = try Ledger(invocation).log()
    var table = FactTable(names: FileNames(RecordedNames(in: log)), today: Ledger.today)
    var wrong = WrongLines()
    for (index, page) in sheet.pages.enumerated() {
      guard let head = page.rows.first(where: { !$0.cells.allSatisfy { $0 == .empty } }) else {
        continue
      }
      guard let header = FactHeader(head.cells.map(\.text)) else {
        throw noTypes(places, index, file)
      }
      if page.isHidden { throw hidden(places, index) }
      for problem in header.problems {
        wrong.add(
          problem.text.inColumn(problem.column), line: places.line(index, head.number))
      }
      let rows = page.rows.filter { $0.number > head.number }
      try table.read(
        rows.map {
          FactTable.Row(line: places.line(index, $0.number), cells: $0.cells.map(\.text))
        },
        under: header)
    }
    for problem in table.problems {
      wrong.add(
        problem.column.map { problem.text.inColumn($0) } ?? problem.text, line: problem.line)
    }
    let by = try who(table.submissions, invocation)
    try ImportedFacts(
      table.submissions.map { $0.completed(recordedBy: by, occurredOn: day) }, wrong: wrong,
      file: file, places: places.place, rows: places.row, invocation
    ).take()
  }

  /// Who is responsible for the rows that do not say it; nil if all do.
  private static func who(
    _ submissions: [Submission], _ invocation: Invocation
  ) throws -> String? {
    guard submissions.contains(where: { !$0.namesRecorder }) else { return nil }
    if let by = try invocation.recorderGiven() { return by }
    // What is there already depends on who: a trial needs it as the import does.
    if invocation.has("dry-run") { throw Invocation.nobodyRecords }
    return try invocation.recordedBy()
  }

  private static func noTypes(_ places: SheetPlaces, _ page: Int, _ file: String) -> Failure {
    let text = Text(
      "la première ligne remplie n’est pas un en-tête de noms de champs avec une colonne `type` ; pour une feuille d’une autre forme, `acquis import \(Shown.onOneLine(file)) --propose` propose un plan, à corriger puis à donner par --plan",
      "the first filled row is not a header of field names with a `type` column; for a sheet of another form, `acquis import \(Shown.onOneLine(file)) --propose` proposes a plan, to be corrected and given with --plan"
    )
    return .input(text.at(places.page(page)))
  }

  private static func hidden(_ places: SheetPlaces, _ page: Int) -> Failure {
    .input(
      Text(
        "cet onglet est masqué ; affichez-le, ou ôtez-le du classeur",
        "this tab is hidden; show it, or delete it"
      ).at(places.page(page)))
  }
}

/// The places of a file's rows, each as one number.
struct SheetPlaces {
  let file: String
  /// How many sheets the file has.
  let pages: Int
  /// More than a sheet has rows.
  private static let rows = 1 << 21

  /// - Parameter page: from 0.
  func line(_ page: Int, _ row: Int) -> Int { page * Self.rows + row }

  /// The row's number in its sheet.
  func row(_ line: Int) -> Int { line % Self.rows }

  /// The place of a sheet, for a message.
  func page(_ page: Int) -> String { pages > 1 ? "\(file):\(page + 1)" : file }

  /// The place of a row, for a message: `file.xlsx:12`, and of one among several sheets the sheet's number too,
  /// `file.xlsx:2:12`.
  func place(_ line: Int) -> String {
    "\(page(line / Self.rows)):\(row(line))"
  }
}

extension Text {
  /// This text with the letters of the column that it is about.
  fileprivate func inColumn(_ column: Int) -> Text {
    let letters = SheetProblem.letters(column)
    return Text("colonne \(letters) : \(french)", "column \(letters): \(english)")
  }
}
