internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections
internal import Rules
internal import Sheets
internal import Vault

/// `record --sheet FILE`: takes back the filled sheet of a jury's session.
enum RecordSheet {
  static let options = [
    Command.Option(
      name: "sheet", value: "FILE",
      help: Text(
        "reprend la feuille remplie d’un jury, .csv ou .xlsx (voir `jury`) : présences, décisions, "
          + "recommandations, et la délivrance à qui a tous les blocs, tout ou rien",
        "takes back a jury's filled sheet, .csv or .xlsx (see `jury`): presence, decisions, "
          + "recommendations, and awards of who then has all blocks, all or none"),
      input: .file),
    Command.Option(
      name: "present", value: "MEMBERS",
      help: Text(
        "avec --sheet : les membres présents, M1,M2 (par défaut tous ceux du jury ce jour-là)",
        "with --sheet: the members present, M1,M2 (default: all of the jury on that day)")),
    Command.Option(
      name: "minutes", value: "REFERENCE",
      help: Text(
        "avec --sheet : enregistre aussi la délibération, sous cette référence de procès-verbal",
        "with --sheet: record the deliberation too, under this reference of the minutes")),
    Command.Option(
      name: "yes",
      help: Text(
        "avec --sheet : enregistre même si le registre a changé depuis la feuille, sans demander",
        "with --sheet: record even if the ledger has changed since the sheet, and ask nothing")),
  ]

  /// Whether a sheet is given.
  ///
  /// - Throws: ``Failure/usage(_:)`` for words that do not go with one, or only with one.
  static func isAsked(_ invocation: Invocation) throws(Failure) -> Bool {
    guard invocation.has("sheet") else {
      let alone = ["present", "minutes", "yes"].first { invocation.has($0) }
      guard let alone else { return false }
      throw .usage(Text("--\(alone) va avec --sheet", "--\(alone) goes with --sheet"))
    }
    let excess = ["data", "file", "id", "waive", "distinct"].first { invocation.has($0) }
    if let excess {
      throw .usage(
        Text("--\(excess) ne va pas avec --sheet", "--\(excess) does not go with --sheet"))
    }
    if invocation.argument("TYPE") != nil {
      throw .usage(
        Text(
          "--sheet ne prend pas de TYPE : la feuille dit ce qui est à enregistrer",
          "--sheet takes no TYPE: the sheet says what is to be recorded"))
    }
    return true
  }

  /// - Throws: ``Failure/input(_:)`` for a sheet that cannot be read, with every place;
  ///   ``Failure/check(_:)`` where the rules refuse something, with every cell, or the ledger has changed.
  static func run(_ invocation: Invocation) throws {
    let file = invocation.option("sheet") ?? "-"
    let (head, isLossy) = try SheetFile.session(file)
    try record(head, isLossy: isLossy, from: file, invocation)
  }

  /// Plans, judges and records a filled sheet.
  ///
  /// - Parameters:
  ///   - isLossy: as ``SessionPlan/Choices/isLossy``.
  ///   - file: its name in messages.
  static func record(
    _ head: SheetHead, isLossy: Bool, from file: String, _ invocation: Invocation
  ) throws {
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let known = try log.head().last
    try check(head.mark, file, known)
    let texts = ledger.hasVault ? try ledger.vault(.toRead) : nil
    func record(_ position: Position) throws -> SessionRecord {
      let question = Question(log: log, on: Ledger.today, known: position)
      return try invocation.sessionRecord(
        of: head.mark.jury, question, opening: PersonalTexts(of: question, opening: texts))
    }
    let (base, now) = (try record(head.mark.known), try record(known))
    let question = Question(log: log, on: Ledger.today, known: known)
    var choices = try choices(invocation, now, question, isLossy: isLossy)
    choices.names = try PersonalTexts(of: question, opening: texts)
      .listedNames(of: now.candidates)
    let plan = SessionPlan(head, base: base, now: now, choices: choices)
    try check(plan, file, invocation.output)
    let names = try invocation.personalTexts(question).listedNames(of: now.candidates)
    var session = SheetSession(plan: plan, record: now, names: names, file: file, invocation)
    try session.run(reason(invocation, now.jury))
  }

  /// What a sheet was made from, against the ledger that it is brought to.
  private static func check(
    _ mark: SheetMark, _ file: String, _ known: Position
  ) throws(Failure) {
    if mark.edition != Edition.current.description {
      throw .input(
        Text(
          "feuille de l’édition \(Shown.word(mark.edition)), ce programme est de l’édition \(Edition.current) : refaites-la",
          "a sheet of edition \(Shown.word(mark.edition)), this program is of edition \(Edition.current): make it again"
        ).at(file))
    }
    if mark.known > known {
      throw .input(
        Text(
          "feuille faite à la position \(mark.known), ce registre s’arrête à \(known) : c’est celle d’un autre registre, ou le registre est une copie plus ancienne",
          "a sheet made at position \(mark.known), this ledger ends at \(known): it is another ledger's, or the ledger is an older copy"
        ).at(file))
    }
  }

  private static func choices(
    _ invocation: Invocation, _ record: SessionRecord, _ question: Question, isLossy: Bool
  ) throws -> SessionPlan.Choices {
    guard let day = invocation.has("on") ? try invocation.day() : record.usualDay else {
      let (first, last) = (record.session.first.text, record.session.last.text)
      throw Failure.usage(
        Text(
          "--on manque : la session dure du \(first.french) au \(last.french)",
          "--on is missing: the session lasts from \(first.english) to \(last.english)"))
    }
    if day > Ledger.today {
      throw Failure.check(
        Text(
          "la session est le \(day.text.french) : une feuille ne s’enregistre pas avant ce jour",
          "the session is on \(day.text.english): a sheet is not recorded before that day"))
    }
    var choices = SessionPlan.Choices(
      day: day, today: Ledger.today, present: nil, minutes: invocation.option("minutes"),
      isLossy: isLossy)
    if let given = invocation.option("present") {
      choices.present = try given.split(separator: ",").map { word in
        try invocation.read("--present", String(word)) { (text) throws(InvalidValue) in
          try MemberID(text)
        }
      }
      choices.isPresenceGiven = true
      try checkPresence(choices.present ?? [], record, on: day)
    } else if record.isCompositionKnown {
      let heldOn = record.session.contains(day) ? day : record.session.last
      let then = Question(log: question.log, on: heldOn, known: question.known)
      choices.present = try then.register(of: record.jury)?.state.members.map(\.member) ?? []
    }
    return choices
  }

  /// - Throws: ``Failure/check(_:)`` where the sitting of the day is recorded with other members.
  private static func checkPresence(
    _ present: [MemberID], _ record: SessionRecord, on day: CalendarDate
  ) throws(Failure) {
    guard let sitting = record.sitting(by: day), sitting.heldOn == day,
      let recorded = sitting.members, Set(recorded) != Set(present)
    else { return }
    let ids = recorded.map(\.text).joined(separator: ",")
    throw .check(
      Text(
        "la séance du \(day.text.french) est enregistrée avec \(ids) présents (position \(sitting.position)) ; corrigez cette entrée d’abord",
        "the sitting of \(day.text.english) is recorded with \(ids) present (position \(sitting.position)); correct that entry first"
      ))
  }

  /// - Throws: a failure with every problem and its place: wrong input.
  private static func check(
    _ plan: SessionPlan, _ file: String, _ output: Output
  ) throws(Failure) {
    guard !plan.problems.isEmpty else { return }
    for problem in plan.problems { output.keep(cell: problem.place, problem.text) }
    let told = plan.problems.map { $0.text(in: file) }
    let text = SheetSession.list(
      Text("rien n’a été enregistré", "nothing was recorded"), told)
    throw .input(text)
  }

  /// The grounds of corrections.
  private static func reason(_ invocation: Invocation, _ jury: JuryID) -> String {
    if let reason = invocation.option("reason"), !reason.isEmpty { return reason }
    return Text(
      "corrigé d’après la feuille de session du jury \(jury)",
      "corrected from the session sheet of jury \(jury)"
    ).text(in: invocation.output.language)
  }
}

extension SheetFile {
  /// The headings of a session sheet in a file, and whether its encoding lacks characters.
  fileprivate static func session(_ path: String) throws -> (SheetHead, isLossy: Bool) {
    let bytes = try InputFile.read(path)
    let file: SheetFile
    do throws(SheetReadingFailure) { file = try SheetFile(bytes, named: path) } catch {
      throw Failure.input(error.text.at(path))
    }
    var problem: SheetProblem?
    for page in file.pages where !page.isHidden {
      do throws(SheetProblem) {
        let lines = page.rows.map { row in SheetLine(row.number, row.cells.map(\.text)) }
        return (try SheetHead(lines), file.form.isLossy)
      } catch {
        problem = problem ?? error
      }
    }
    throw Failure.input((problem ?? SheetProblem(.noHeadings, at: nil)).text(in: path))
  }
}

extension SheetFile.Form {
  /// Whether a spreadsheet that saves it replaces characters.
  fileprivate var isLossy: Bool {
    switch self {
    case .text(let form): form.encoding == .windows1252
    case .workbook: false
    }
  }
}

extension SheetProblem {
  /// What is wrong, and where in a file.
  func text(in file: String) -> Text { place.map { text.at($0, of: file) } ?? text.at(file) }
}

extension Text {
  /// This text with the file, the row and the column that it is about.
  func at(_ place: SheetProblem.Place, of file: String) -> Text {
    let column = place.column.map { SheetProblem.letters($0) }
    let row = "\(Shown.onOneLine(file)):\(place.row)"
    return Text(
      "\(row)\(column.map { ", colonne \($0)" } ?? "") : \(french)",
      "\(row)\(column.map { ", column \($0)" } ?? ""): \(english)")
  }
}
