internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules
internal import StateFlow
internal import Vault

extension ExportFlow {
  /// How often the flow is made again because another writer recorded something meanwhile.
  private static var attempts: Int { 100 }

  /// Records the deposit of every outstanding award, and writes the flow as known at the last of these entries.
  ///
  /// - Parameter name: the flow's id; nil: the next one.
  static func record(
    _ name: FlowID?, _ ledger: Ledger, _ invocation: Invocation
  ) throws {
    let (by, day) = (try invocation.recordedBy(), try invocation.day())
    let selection = try selection(invocation, ledger.log())
    let vault = try ledger.vault(.toRead)
    var recorder = try ledger.openForRecording { try $0.recorder() }
    var before: FlowContents?
    for _ in 0..<attempts {
      let question = Question(
        log: recorder.log, on: day, known: try recorder.log.head().last)
      // Another writer may have recorded it since the command began.
      if let name, let flow = try recorder.log.recordedFlow(name) {
        return try again(flow, ledger, invocation)
      }
      if let name, try recorder.log.isAnnulledFlow(name) { throw annulled(name) }
      let contents = try question.outstandingFlow(selection, opening: vault)
      if let before { try stopIfDeposited(before, contents, in: recorder.log) }
      before = contents
      let writing = FlowWriting(invocation, contents)
      guard try writing.begins() else { return }
      let id = try name ?? NextIDs.flow(on: day, in: recorder.log)
      _ = try depositor(contents, question)
      try writing.checks(id)
      var findings: [Finding] = []
      let isWritten = try writing.write {
        let deposited = try deposit(contents, as: id, by, ledger, &recorder, invocation)
        guard let deposited else { return nil }
        let receipt = deposited.receipt
        findings = deposited.findings
        do {
          guard let flow = try recorder.log.recordedFlow(id), let last = receipt.positions.max(),
            flow.last == last
          else { throw LogFailure.damaged("the deposit of flow \(id) is not in the log") }
          let made = try rendered(flow, in: recorder.log, opening: vault).flow
          guard let made else { throw nobodyLeft(id) }
          return FlowWriting.Written(flow: made, recorded: flow)
        } catch {
          throw FlowWriting.notWritten(id, Failure(error, ledger: ledger.path))
        }
      }
      if isWritten {
        findings += try aboutAwards(of: contents, in: recorder.log)
        return try RecordingCommand.noteFindings(findings, invocation)
      }
    }
    throw Failure.ledger(
      SubmissionFailure.Problem.contended.textWithRemedy.nothingRecorded.at(ledger.path))
  }

  /// Stops where another writer deposited some of the same awards since the contents were first gathered.
  private static func stopIfDeposited(
    _ before: FlowContents, _ now: FlowContents, in log: any EventLog
  ) throws {
    let ours = Set(before.candidacies + now.candidacies)
    let entries = try log.events(
      EventQuery(types: [.awardDeclared], from: before.known.next, through: now.known))
    var (who, flows, theirs): (Set<String>, Set<FlowID>, Set<CandidacyID>) = ([], [], [])
    for entry in entries {
      guard case .awardDeclared(let data) = entry.event.fact,
        ours.contains(data.candidacy)
      else { continue }
      who.insert(entry.event.recordedBy.text)
      flows.insert(data.flow)
      theirs.insert(data.candidacy)
    }
    if theirs.isEmpty { return }
    let (names, ids) = (
      who.sorted().joined(separator: ", "),
      flows.sorted().map(\.text).joined(separator: ", ")
    )
    let count = Text.count(
      theirs.count, Text("délivrance", "award"), Text("délivrances", "awards"))
    throw Failure.check(
      Text(
        "le flux \(ids) vient d’être enregistré (par : \(names)), avec \(count.french) de celui-ci : rien n’a été "
          + "enregistré ; pour les envoyer tout de même, relancez la commande",
        "flow \(ids) was just recorded (by: \(names)), with \(count.english) of this one: nothing was recorded; "
          + "to send them anyway, run the command again"))
  }

  /// What a deposit does not mend of the awards in it: one that is late (R21), one that rests on a block no longer
  /// held (R08).
  private static func aboutAwards(
    of contents: FlowContents, in log: any EventLog
  ) throws -> [Finding] {
    let awards = contents.certifications.flatMap { $0.passages.map(\.position) }
    let rules = RuleBook.standing.map(\.id)
    return try log.findings(about: awards, on: contents.on).filter { rules.contains($0.rule) }
  }

  /// A recorded flow as known at its deposit; nil where nobody of it can be declared any more.
  static func rendered(
    _ flow: RecordedFlow, in log: any EventLog, opening vault: Vault
  ) throws -> (flow: CertificationFlow?, contents: FlowContents) {
    let question = Question(log: log, on: flow.on, known: flow.last)
    let contents = try question.flow(of: flow.candidacies, opening: vault)
    if contents.passages == 0 { return (nil, contents) }
    return (
      CertificationFlow(
        id: flow.id, stamp: flow.recordedAt, depositor: try depositor(contents, question),
        certifications: contents.certifications), contents
    )
  }

  /// The failure for a recorded flow that has nobody left to write.
  static func nobodyLeft(_ flow: FlowID) -> Failure {
    .check(
      Text(
        "flux \(flow) : personne n’y peut plus être déclaré, rien n’a été écrit",
        "flow \(flow): nobody of it can be declared any more, nothing was written"))
  }

  /// Records one entry for each passage, all or none.
  ///
  /// - Returns: nil if anything was recorded since the contents were gathered.
  private static func deposit(
    _ contents: FlowContents, as flow: FlowID, _ by: String, _ ledger: Ledger,
    _ recorder: inout Recorder, _ invocation: Invocation
  ) throws -> (receipt: AppendReceipt, findings: [Finding])? {
    let candidacies = contents.candidacies
    let ids = FlowEntryIDs.ids(candidacies.count, at: ledger.clock.now())
    let outcome: RecordOutcome?
    do throws(SubmissionFailure) {
      var submissions: [Submission] = []
      for (index, candidacy) in candidacies.enumerated() {
        let value: JSONValue = [
          "id": .string(ids[index].description),
          "type": .string(EventType.awardDeclared.rawValue),
          "occurredOn": .string(contents.on.description), "recordedBy": .string(by),
          "data": ["candidacy": .string(candidacy.text), "flow": .string(flow.text)],
        ]
        submissions.append(try Submission(value, line: index + 1))
      }
      outcome = try recorder.record(submissions, ifNothingAfter: contents.known)
    } catch {
      throw Failure(error, file: nil, ledger: ledger.path)
    }
    switch outcome {
    case nil: return nil
    case .recorded(let receipt, let findings): return (receipt, findings)
    case .refused(let line, let refusals):
      throw try Failure.refused(refusals, at: candidacies[line - 1].text, invocation)
    // Neither is asked for.
    case .allowed, .registeredAlready: return nil
    }
  }
}
