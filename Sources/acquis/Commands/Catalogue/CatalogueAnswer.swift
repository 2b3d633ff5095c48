internal import AcquisLedger
internal import Catalogue
internal import EventLog
internal import Events
internal import Projections

/// The answer of `catalogue import`, as JSON or as lines.
struct CatalogueAnswer {
  let run: CatalogueRun
  let successions: CatalogueSuccessions
  /// Of the entry that registers the certification; nil in a trial.
  let position: Position?
  /// The log with what a trial would record; nil where it is no trial.
  var prospect: ProspectiveLog?
  /// The framework that the ledger had before; nil if it did not.
  var there: CertificationRegistered?
  /// Whether the successions were recorded too.
  var isRecorded = false

  private var fiche: OpenDataFiche { run.fiche }
  private var framework: OpenDataFramework { run.framework }
  private var output: Output { run.invocation.output }
  private var text: CatalogueText {
    CatalogueText(fiche: fiche, framework: framework, isNew: there == nil)
  }

  func print() throws {
    if run.invocation.has("json") { return try output.line(try json().description) }
    if there == nil { try printHead() }
    for line in text.remarks(
      missing: run.source.export.missing, others: run.source.others,
      of: run.source.export.date, on: Ledger.today)
    {
      try output.wrapped(line)
    }
    if there == nil {
      for line in text.notStated { try output.wrapped(line) }
    }
    try printSuccessions()
    if prospect != nil {
      try output.line(
        Text(
          "essai (\(text.count.french)) : rien n’a été enregistré",
          "a trial (\(text.count.english)): nothing was recorded"))
    }
  }

  private func printHead() throws {
    if let prospect {
      let question = Question(
        log: prospect, on: Ledger.today, known: try prospect.head().last)
      if let answer = try framework(question) {
        let width = output.terminalWidth ?? Wrapped.defaultWidth
        for line in CertificationText.lines(answer, in: output.language, width: width) {
          try output.line(line)
        }
      }
      return
    }
    let count = text.count
    let (code, on) = (fiche.code, run.day.text)
    let place = position.map { Text(", position \($0)", ", position \($0)") } ?? Text("", "")
    try output.wrapped(
      Text(
        "\(code) enregistrée, entrée datée du \(on.french)\(place.french) ; \(count.french)",
        "\(code) recorded, dated \(on.english)\(place.english); \(count.english)"))
    try output.wrapped(Text(verbatim: fiche.title.text), indent: 2)
    try output.wrapped(
      Text(
        "le référentiel : `acquis certification \(code)`",
        "the framework: `acquis certification \(code)`"), indent: 2)
  }

  /// What `certification` would answer once it is recorded.
  private func framework(_ question: Question) throws -> CertificationAnswer? {
    let state = try question.replay(showingIn: output).state
    guard let certification = state.certification(fiche.code, on: question.on),
      let entry = try question.log.event(at: certification.position)
    else { return nil }
    return try CertificationAnswer(
      on: question.on, known: question.known, state: certification, entry: entry.event,
      catalogue: nil,
      figures: CertificationFigures(
        of: fiche.code, years: state.statistics(of: fiche.code), juries: try question.registers(),
        on: question.on))
  }

  // MARK: Versions

  private func printSuccessions() throws {
    for proposed in successions.proposed {
      let isTaken = (isRecorded || willRecord) && !proposed.isLater
      for line in CatalogueSuccessionText(proposed, isRecorded: isTaken).lines {
        try output.wrapped(line)
      }
      if !isTaken {
        // On one line of its own, to be copied whole.
        let command = CatalogueCommand.line(try proposed.words(run.invocation))
        try output.line("  " + command)
      }
    }
    for contrary in successions.contrary {
      try output.wrapped(CatalogueSuccessionText.line(contrary))
    }
    for absent in successions.absent {
      try output.wrapped(CatalogueSuccessionText.line(absent))
      if absent.isInExport { try output.line("  " + importCommand(absent.code)) }
    }
  }

  /// Whether a trial is of the successions too.
  private var willRecord: Bool { prospect != nil && run.invocation.has("supersede") }

  private func importCommand(_ code: CertificationCode) -> String {
    var words = ["acquis", "catalogue", "import", run.source.path, "--code", code.text]
    if let ledger = run.invocation.option("ledger") { words += ["--ledger", ledger] }
    return CatalogueCommand.line(words)
  }

  // MARK: JSON

  private func json() throws -> JSONValue {
    var members = [
      JSONMember("certification", .string(fiche.code.text)),
      JSONMember("position", position.map { .integer(Int($0.number)) } ?? .null),
      JSONMember("on", .string(run.day.description)),
      JSONMember("blocks", .integer((there ?? framework.registration).blocks.elements.count)),
      JSONMember(
        "export", fiche.editionOn.map { .string($0.description) } ?? .null),
      JSONMember(
        "otherExports", .list(run.source.others.map { .string($0.description) })),
      JSONMember("active", fiche.isActive.map { .boolean($0) } ?? .null),
      JSONMember("notStated", .list(there == nil ? framework.notStated.map(Self.json) : [])),
      JSONMember("left", .list(fiche.left.map(Self.json))),
      JSONMember(
        "missing", .list(run.source.export.missing.map { .string($0.fileName) })),
      JSONMember(
        "supersessions",
        .list(try successions.proposed.map { (one) throws in try one.json(run.invocation) })),
      JSONMember(
        "contrary",
        .list(
          successions.contrary.map {
            ["certification": .string($0.older.text), "by": .string($0.newer.text)]
          })),
      JSONMember("mayLackBlocks", .boolean(fiche.shouldHaveBlocks)),
      JSONMember("absent", .list(successions.absent.map(json))),
    ]
    if prospect != nil {
      members.append(JSONMember("allowed", true))
      members.append(JSONMember("data", try framework.registration.json()))
    }
    if isRecorded {
      let isWhole = !successions.proposed.contains { $0.isLater }
      members.append(JSONMember("superseded", .boolean(isWhole)))
    }
    if there != nil { members.append(JSONMember("alreadyThere", true)) }
    return .object(members)
  }

  private static func json(_ gap: NotStated) -> JSONValue {
    [
      "field": .string(gap.field), "option": gap.option.map { .string($0) } ?? .null,
      "value": gap.value,
    ]
  }

  private static func json(_ remark: OpenDataRemark) -> JSONValue {
    [
      "reason": .string(remark.reason.rawValue), "file": .string(remark.file),
      "line": .integer(remark.line), "value": remark.value.map { .string($0) } ?? .null,
      "column": remark.column.map { .string($0) } ?? .null,
    ]
  }

  private func json(_ absent: CatalogueSuccessions.Absent) -> JSONValue {
    [
      "certification": .string(absent.code.text),
      "relation": absent.isOlder ? "older" : "newer",
      "command": absent.isInExport ? .string(importCommand(absent.code)) : .null,
    ]
  }
}
