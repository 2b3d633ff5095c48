internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Files
internal import Sheets

/// The sheet of `jury JURY --sheet`, to fill in and to take back with `record --sheet`.
enum JurySheet {
  static let options =
    [
      Command.Option(
        name: "sheet",
        help: Text(
          "la feuille de la session, à remplir (V, NV, ABS, motif, recommandation) et à reprendre par "
            + "`record --sheet`",
          "the session's sheet, to fill in (V, NV, ABS, grounds, recommendation) and to take back by "
            + "`record --sheet`")),
      Command.Option(
        name: "to", value: "FILE",
        help: Text(
          "écrit la feuille dans ce fichier .csv ou .xlsx, lisible de son seul propriétaire (par défaut : la "
            + "sortie standard, en CSV)",
          "write the sheet to this .csv or .xlsx file, for its owner alone (default: standard output, as CSV)"
        )),
      Command.Option(
        name: "xlsx", value: "FILE",
        help: Text("comme --to, en .xlsx", "as --to, in .xlsx")),
    ] + Command.names

  /// Whether the sheet is asked for.
  ///
  /// - Throws: ``Failure/usage(_:)`` for options that do not go together.
  static func isAsked(_ invocation: Invocation) throws(Failure) -> Bool {
    guard invocation.has("sheet") else {
      guard let alone = ["to", "xlsx"].first(where: { invocation.has($0) }) else { return false }
      throw .usage(Text("--\(alone) va avec --sheet", "--\(alone) goes with --sheet"))
    }
    if let excess = ["on", "known", "json"].first(where: { invocation.has($0) }) {
      throw .usage(
        Text(
          "--\(excess) ne va pas avec --sheet : la feuille part de ce qui est enregistré à présent",
          "--\(excess) does not go with --sheet: the sheet starts from what is recorded now"))
    }
    if invocation.has("to"), invocation.has("xlsx") {
      throw .usage(Text("--to ou --xlsx, pas les deux", "--to or --xlsx, not both"))
    }
    return true
  }

  /// Writes the sheet; a file is there whole, for its owner alone, or not at all.
  ///
  /// - Throws: ``Failure/input(_:)`` for an unknown jury and for a file that is there already;
  ///   ``Failure/check(_:)`` for a jury that summoned nobody.
  static func write(_ invocation: Invocation) throws {
    let target = try Target(invocation)
    let question = try invocation.question()
    let jury = try invocation.id("JURY", in: question.log) { Subject.jury($0) }
    let isOpening = try invocation.has("names") || Ledger(invocation).hasVault
    let texts =
      isOpening
      ? try invocation.personalTexts(question, isDocument: true)
      : PersonalTexts(of: question, opening: nil)
    let record = try invocation.sessionRecord(of: jury, question, opening: texts)
    guard !record.expected.isEmpty else {
      throw Failure.check(
        Text("le jury \(jury) n’a convoqué personne", "jury \(jury) summoned nobody"))
    }
    let sheet = SessionSheet(
      record, names: try texts.listedNames(of: record.expected), in: invocation.output.language)
    switch target {
    case .standardOutput: try invocation.output.bytes(sheet.csv)
    case .csv(let path):
      try Failure.atFile(path) {
        var file = try NewFile(path, mode: 0o600)
        try file.write(sheet.csv)
        try file.keep()
      }
    case .workbook(let path):
      try invocation.write([sheet.worksheet(named: jury.text)], to: path)
    }
    guard let path = target.path else { return }
    let count = sheet.rows.count
    let (candidates, shown) = (
      (count < 2 ? "candidat" : "candidats", count == 1 ? "candidate" : "candidates"),
      Shown.onOneLine(path)
    )
    invocation.output.note(
      Text(
        "\(count) \(candidates.0) ; une fois remplie : `acquis record --sheet \(shown)`",
        "\(count) \(candidates.1); once filled in: acquis record --sheet \(shown)"))
  }

  /// Where a sheet goes, and in which form.
  private enum Target {
    case standardOutput
    case csv(String)
    case workbook(String)

    var path: String? {
      switch self {
      case .standardOutput: nil
      case .csv(let path), .workbook(let path): path
      }
    }

    /// - Throws: ``Failure/usage(_:)`` for a file of another kind.
    init(_ invocation: Invocation) throws(Failure) {
      guard let path = invocation.option("to") ?? invocation.option("xlsx") else {
        self = .standardOutput
        return
      }
      if path.hasSuffix(".xlsx") {
        self = .workbook(path)
      } else if path.hasSuffix(".csv"), invocation.has("to") {
        self = .csv(path)
      } else {
        let kinds = invocation.has("to") ? Text(".csv ou .xlsx", ".csv or .xlsx") : nil
        throw .usage(
          Text(
            "un fichier \(kinds?.french ?? ".xlsx") est attendu",
            "expected a \(kinds?.english ?? ".xlsx") file"
          ).at(path))
      }
    }
  }
}

extension SessionSheet {
  /// A file that French spreadsheets open as it is: semicolons, UTF-8 with a mark.
  fileprivate var csv: [UInt8] {
    let lines = CSVStyle.french.lines([headings] + rows).map { $0 + "\r\n" }
    return Array((CSVStyle.french.preamble + lines.joined()).utf8)
  }

  /// With lists of words to choose from; what is typed stays as it is. The headings, ids and names stay on the
  /// screen.
  fileprivate func worksheet(named name: String) -> Sheet {
    Sheet(
      name,
      columns: headings.enumerated().map { index, heading in
        SheetColumn(heading, choices: choices[index] ?? [], isText: true)
      }, rows: rows.map { row in row.map { .text($0) } }, frozenColumns: 2)
  }
}

extension PersonalTexts {
  /// The names of candidates as documents list them; those that cannot be read are left out.
  func listedNames(of candidates: [SessionCandidate]) throws -> [CandidacyID: String] {
    guard isOpening else { return [:] }
    var names: [CandidacyID: String] = [:]
    for candidate in candidates {
      guard let id = candidate.candidate, let identity = try identity(of: id).value else {
        continue
      }
      names[candidate.candidacy] = ListedName(identity).text
    }
    return names
  }
}

extension Invocation {
  /// What is recorded of a jury's session.
  ///
  /// - Throws: ``Failure/input(_:)`` for a jury that the ledger does not know, with near ones;
  ///   ``Failure/check(_:)`` for one that is not convened on the day.
  func sessionRecord(
    of jury: JuryID, _ question: Question, opening texts: PersonalTexts
  ) throws -> SessionRecord {
    if let record = try question.sessionRecord(of: jury, opening: texts) { return record }
    throw try notConvened(jury, question)
  }
}
