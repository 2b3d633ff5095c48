internal import AcquisLedger
internal import EventLog
internal import Events
internal import Files
internal import Rules
internal import SheetImport
internal import Sheets
internal import Vault

/// One run of `import SHEET --plan FILE`, from the sheet to the report.
struct SheetImportRun {
  let bytes: [UInt8]
  /// The sheet's file.
  let path: String
  let file: SheetFile
  let plan: ImportPlan
  /// The plan's file.
  let planPath: String
  let invocation: Invocation

  private var output: Output { invocation.output }
  private var isDryRun: Bool { invocation.has("dry-run") }

  init(
    bytes: [UInt8], path: String, file: SheetFile, plan: ImportPlan, planPath: String,
    _ invocation: Invocation
  ) {
    self.bytes = bytes
    self.path = path
    self.file = file
    self.plan = plan
    self.planPath = planPath
    self.invocation = invocation
  }

  /// Tries the sheet or records it, writes it back, and prints the report.
  ///
  /// - Throws: ``Failure/input(_:)`` for a sheet that is not the plan's, a plan with open questions (a trial run
  ///   prints its report first), and a file that is in the way of the sheet's.
  func run() throws {
    let target = try returnedPath()
    if !isDryRun, !plan.openQuestions.isEmpty { throw questionsFailure }
    let ledger = try Ledger(invocation)
    let (trial, outcome) = try entered(in: ledger)
    let language = output.language
    let returned = try ReturnedSheet(
      bytes, named: path, trial, isRecorded: outcome != nil && !isDryRun, in: language)
    let failure = write(returned, to: target, ledger)
    try report(trial, outcome, failure == nil ? returned : nil, at: target, ledger)
    if let failure { throw failure }
    if !trial.questions.isEmpty { throw questionsFailure }
  }

  /// How often a sheet is compared again because somebody recorded something meanwhile.
  private static var attempts: Int { 20 }

  /// Compares the sheet with the ledger and records it, or tries it: nothing is recorded that was compared with
  /// an older state.
  private func entered(in ledger: Ledger) throws -> (SheetTrial, Outcome?) {
    for _ in 0..<Self.attempts {
      let known = try ledger.log().head().last
      let trial = try trial(ledger)
      guard let changes = trial.changes else { return (trial, nil) }
      let rows = SheetRowsText(tabs: trial.tabs)
      if let outcome = try enter(changes, trial.reading, rows, ledger, comparedWith: known) {
        return (trial, outcome)
      }
    }
    throw Failure.ledger(
      Text(
        "d’autres enregistrent sans cesse ; rien de la feuille n’a été enregistré, relancez la commande",
        "others keep recording; nothing of the sheet was recorded, run the command again"
      ).at(ledger.path))
  }

  /// What was recorded, or would be.
  private struct Outcome {
    /// nil: there was nothing to record.
    let receipt: AppendReceipt?
    let findings: [Finding]
    let leftOut: [LeftOutText]
    /// The rows that state the entries.
    var places: [Position: [RowPlace]] = [:]
  }

  private func trial(_ ledger: Ledger) throws -> SheetTrial {
    let log = try ledger.log()
    let vault = try ledger.vault(isDryRun ? .toRead : .toSeal)
    defer { output.endProgress() }
    do {
      return try SheetTrial(
        file, by: plan, in: log, opening: vault, today: ledger.clock.today,
        code: { try vault.code(of: $0, for: "sheet import") },
        progress: { output.progress($0.text) })
    } catch let failure as SheetLayoutFailure {
      throw Failure.input(failure.text.at(path))
    }
  }

  /// Records every fact, or none; in a trial run finds what they would break.
  ///
  /// - Returns: nil if something was recorded since the position compared with.
  private func enter(
    _ changes: SheetChanges, _ reading: SheetReading, _ rows: SheetRowsText, _ ledger: Ledger,
    comparedWith known: Position
  ) throws -> Outcome? {
    let by = try invocation.recordedBy()
    var recorder = try ledger.openForRecording { try $0.recorder() }
    let entries = try SheetEntries(changes, reading, rows, by: by, at: ledger.clock.now())
    let submissions = entries.submissions
    if submissions.isEmpty { return Outcome(receipt: nil, findings: [], leftOut: []) }
    output.progress(
      Text.count(
        submissions.count, Text("entrée à enregistrer", "entry to record"),
        Text("entrées à enregistrer", "entries to record")))
    defer { output.endProgress() }
    do {
      let given =
        isDryRun
        ? try recorder.tryImport(submissions)
        : try recorder.importFacts(submissions, ifNothingAfter: known)
      guard let receipt = given else { return nil }
      if !isDryRun { output.noteDone(receipt.text) }
      let log: any EventLog = isDryRun ? try recorder.prospect() : recorder.log
      let findings = try log.findings(causedBy: receipt, on: ledger.clock.today)
      if !isDryRun { try RecordingCommand.warnOfErased(receipt, in: log, output) }
      return Outcome(
        receipt: isDryRun ? nil : receipt, findings: findings,
        leftOut: entries.leftOut(recorder.leftOut), places: entries.places(receipt))
    } catch let failure as SubmissionFailure {
      throw entries.failure(failure, of: path)
        ?? Failure(failure, file: nil, ledger: ledger.path)
    }
  }

  // MARK: The sheet written back

  /// Where the sheet is written back.
  ///
  /// - Throws: ``Failure/input(_:)`` if a file is there that this program did not write.
  private func returnedPath() throws -> String {
    let path =
      invocation.option("to")
      ?? (self.path == "-"
        ? nil : ReturnedSheet.path(of: self.path, in: output.language))
    guard let path else {
      throw Failure.usage(
        Text(
          "la feuille vient de l’entrée standard : --to dit où l’écrire",
          "the sheet comes from standard input: --to says where to write it"))
    }
    let isText = if case .text = file.form { true } else { false }
    let isWorkbookName = path.lowercased().hasSuffix(".xlsx")
    guard isText != isWorkbookName else {
      throw Failure.usage(
        isText
          ? Text(
            "la feuille est un fichier de texte : un nom en .csv est attendu",
            "the sheet is a text file: expected a .csv name"
          ).at(path)
          : Text(
            "la feuille est un classeur : un nom en .xlsx est attendu",
            "the sheet is a workbook: expected an .xlsx name"
          ).at(path))
    }
    guard Folder.exists(path) else { return path }
    if let bytes = try? InputFile.read(path), let there = try? SheetFile(bytes, named: path),
      ReturnedSheet.isOne(there)
    {
      if bytes == self.bytes || !ReturnedSheet.hasAnswers(there) { return path }
      throw Failure.input(
        Text(
          "cette feuille rendue porte des réponses (même, autre) : importez-la elle-même, ou --to donne "
            + "un autre nom à la nouvelle",
          "this sheet written back has answers (same, other): import it itself, or --to gives the new "
            + "one another name"
        ).at(path))
    }
    throw Failure.input(
      Text(
        "un autre fichier porte déjà ce nom ; --to en donne un autre à la feuille rendue",
        "another file has this name; --to gives the sheet another one"
      ).at(path))
  }

  /// - Returns: why the file could not be written.
  private func write(
    _ returned: ReturnedSheet, to target: String, _ ledger: Ledger
  ) -> Failure? {
    do {
      try returned.write(to: target)
      return nil
    } catch let failure as FileFailure {
      return Failure(LedgerFailure.file(failure, at: target), ledger: ledger.path)
    } catch let failure as SheetFailure {
      return Failure(failure, at: target)
    } catch {
      return Failure(error, ledger: ledger.path)
    }
  }

  // MARK: The report

  private var questionsFailure: Failure {
    let head = Text(
      "le plan laisse des questions ouvertes, rien n’a été enregistré",
      "the plan leaves questions open, nothing was recorded"
    ).at(planPath)
    let lines = plan.openQuestions.map { question in
      Text(
        "  \(question.key.french) = ?   \(question.text.french)",
        "  \(question.key.english) = ?   \(question.text.english)")
    }
    return .input(([head] + lines).joined(separator: "\n"))
  }

  private func report(
    _ trial: SheetTrial, _ outcome: Outcome?, _ returned: ReturnedSheet?, at target: String,
    _ ledger: Ledger
  ) throws {
    if invocation.has("json") {
      let findings = (outcome?.findings ?? []).map { finding in
        finding.json(at: outcome?.places[finding.position] ?? [], tabs: trial.tabs)
      }
      let positions = outcome?.receipt?.positions ?? []
      return try output.line(
        JSONValue.object(
          trial.report.members(tabs: trial.tabs) + [
            JSONMember("findings", .list(findings)),
            JSONMember("first", .integer(Int(positions.min()?.number ?? 0))),
            JSONMember("last", .integer(Int(positions.max()?.number ?? 0))),
            JSONMember("questions", .list(trial.questions.map(\.json))),
            JSONMember("sheet", returned == nil ? .null : .string(target)),
          ]
        ).description)
    }
    let text = SheetReportText(trial, isRecorded: outcome?.receipt != nil)
    for line in text.lines { try output.wrapped(line) }
    for line in try doubts(trial, text, ledger) { try output.wrapped(line) }
    if let outcome { try tell(outcome, text.rows) }
    let written = returned.map { returned in
      SheetReportText.written(Shown.onOneLine(target), returned.otherEncoding)
    }
    if outcome == nil || outcome?.receipt == nil {
      let nothing = Text("Rien n’a été enregistré.", "Nothing was recorded.")
      try output.line([nothing, written].compactMap(\.self).joined(separator: " "))
    } else if let written {
      try output.line(written)
    }
  }

  /// Whom of the ledger a row may be, where names are shown.
  private func doubts(
    _ trial: SheetTrial, _ text: SheetReportText, _ ledger: Ledger
  ) throws -> [Text] {
    let doubts = trial.persons.unsettled.filter { !$0.persons.isEmpty }
    if doubts.isEmpty { return [] }
    let log = try ledger.log()
    let question = Question(log: log, on: Ledger.today, known: try log.head().last)
    let names = try PersonNames(invocation.openedTexts(question))
    return try text.doubts(doubts) { try names.label($0) }
  }

  private func tell(_ outcome: Outcome, _ rows: SheetRowsText) throws {
    if let receipt = outcome.receipt { try output.line(receipt.text) }
    for text in outcome.leftOut { try output.line(text.lineText) }
    let text = SheetFindingsText(outcome.findings, rows) { outcome.places[$0] ?? [] }
    for line in text.lines(isRecorded: outcome.receipt != nil) { try output.wrapped(line) }
  }
}

extension SheetTrial.Stage {
  /// What is done, as progress.
  fileprivate var text: Text {
    switch self {
    case .reading: Text("lecture des lignes", "reading the rows")
    case .persons: Text("rapprochement des personnes", "matching the persons")
    case .facts: Text("préparation des entrées", "making the entries")
    case .changes: Text("comparaison avec le registre", "comparing with the ledger")
    }
  }
}

extension SheetTrial {
  /// The names of the file's visible tabs, all of them where rows are counted by their tabs.
  var tabs: [String] {
    file.pages.count { !$0.isHidden } > 1 ? file.pages.map(\.name) : []
  }
}

extension PlanQuestion {
  fileprivate var json: JSONValue { ["key": .string(key.english), "text": .string(text.english)] }
}

extension Finding {
  /// In JSON, with the rows of the sheet that state its entry; none for a jury.
  fileprivate func json(at places: [RowPlace], tabs: [String]) -> JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(members + places.members(tabs: tabs))
  }
}
