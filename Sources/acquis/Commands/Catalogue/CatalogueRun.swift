internal import AcquisLedger
internal import Catalogue
internal import EventLog
internal import Events
internal import Projections
internal import Rules

/// One call of `catalogue import`, from the fiche to the answer.
struct CatalogueRun {
  let source: CatalogueSource
  let fiche: OpenDataFiche
  let framework: OpenDataFramework
  /// The day of the entry.
  let day: CalendarDate
  let invocation: Invocation

  /// - Throws: ``Failure/usage(_:)`` where an option contradicts the data.
  init(
    _ source: CatalogueSource, _ fiche: OpenDataFiche, _ choices: OpenDataChoices,
    day: CalendarDate?, _ invocation: Invocation
  ) throws {
    self.source = source
    self.fiche = fiche
    self.invocation = invocation
    let today = Ledger.today
    self.day = day ?? fiche.day(until: today) ?? today
    do {
      framework = try OpenDataFramework(
        fiche, choosing: choices, missing: source.export.missing, today: today)
    } catch let contradiction as OpenDataContradiction {
      throw Failure.usage(contradiction.text)
    }
  }

  func run() throws {
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let code = fiche.code
    let known = try log.timelessFacts(through: try log.head().last).frameworks[code]
    if let known { return try refuse(known, in: log) }
    if let unknown = framework.unknownBlocks {
      throw Failure.input(unknown.text(fiche).at(source.path))
    }
    let registration = framework.registration
    let successions = try CatalogueSuccessions(
      of: fiche, registration, on: day, in: log, source.export)
    let by = try invocation.recordedBy()
    var submissions = [
      try Self.submission(
        .certificationRegistered, try registration.json(), on: day, by: by, line: 1)
    ]
    if invocation.has("supersede") {
      for proposed in successions.proposed where !proposed.isLater {
        submissions.append(
          try Self.submission(
            .certificationSuperseded, try proposed.proposal.event.json(), on: proposed.on, by: by,
            line: submissions.count + 1))
      }
    }
    var recorder = try ledger.openForRecording { try $0.recorder() }
    let outcome: RecordOutcome
    do throws(SubmissionFailure) {
      outcome = try recorder.record(submissions, isDryRun: invocation.has("dry-run"))
    } catch {
      throw Failure(error, file: nil, ledger: ledger.path)
    }
    switch outcome {
    case .recorded(let receipt, let findings):
      invocation.output.noteDone(receipt.text)
      let answer = CatalogueAnswer(
        run: self, successions: successions, position: receipt.positions.first,
        isRecorded: invocation.has("supersede"))
      try answer.print()
      try RecordingCommand.noteFindings(findings, invocation)
    case .allowed(let findings):
      let answer = CatalogueAnswer(
        run: self, successions: successions, position: nil, prospect: try recorder.prospect())
      try answer.print()
      try RecordingCommand.noteFindings(findings, invocation)
    case .refused(_, let refusals): throw try Failure.refused(refusals, at: nil, invocation)
    // Registers nobody.
    case .registeredAlready: throw Failure.ledger(Text("refusé", "refused"))
    }
  }

  /// The ledger has the certification: what may follow from the export is proposed, and nothing recorded.
  private func refuse(_ known: Framework, in log: any EventLog) throws {
    let successions = try CatalogueSuccessions(
      of: fiche, known.registration, on: CatalogueSuccessions.day(of: known, in: log) ?? day,
      in: log, source.export)
    try CatalogueAnswer(
      run: self, successions: successions, position: known.position,
      there: known.registration
    ).print()
    throw Failure.check(
      Text(
        "\(fiche.code) est déjà dans le registre (position \(known.position))",
        "\(fiche.code) is in the ledger already (position \(known.position))"
      ).nothingRecorded)
  }

  private static func submission(
    _ type: EventType, _ data: JSONValue, on day: CalendarDate, by: String, line: Int
  ) throws -> Submission {
    try Submission(
      .object([
        JSONMember("type", .string(type.rawValue)),
        JSONMember("occurredOn", .string(day.description)),
        JSONMember("recordedBy", .string(by)), JSONMember("data", data),
      ]), line: line)
  }
}
