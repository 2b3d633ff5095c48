internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules
internal import StateFlow

/// Takes one answer to a flow in, all of it or nothing, and prints what came of it.
struct ImportFlowAnswerRun {
  private let answer: FlowAnswer
  private let file: String
  private let ledger: Ledger
  private let invocation: Invocation

  /// - Parameter file: the answer's, for messages.
  init(
    _ answer: FlowAnswer, from file: String, into ledger: Ledger, _ invocation: Invocation
  ) {
    self.answer = answer
    self.file = file
    self.ledger = ledger
    self.invocation = invocation
  }

  private var isDryRun: Bool { invocation.has("dry-run") }

  /// What was recorded, or would be.
  private struct Outcome {
    let matched: MatchedAnswer
    /// nil: there was nothing to record.
    var receipt: AppendReceipt?
    var findings: [Finding] = []
    var leftOut: [LeftOutText] = []
    /// With the new entries.
    let log: any EventLog
  }

  /// - Throws: ``Failure/check(_:)`` for a day before the deposit; ``Failure/input(_:)`` for an answer to a flow
  ///   unknown to the ledger, or that the ledger has with another outcome.
  func run() throws {
    let (day, by) = (try invocation.day(), try invocation.recordedBy())
    if day > ledger.clock.today {
      throw Failure.input(
        Text("le \(day.text.french) n’est pas encore passé", "\(day) is a day to come")
          .nothingRecorded.at("--on"))
    }
    let outcome = try entered(on: day, by)
    if let receipt = outcome.receipt, !isDryRun { invocation.output.noteDone(receipt.text) }
    let text = FlowAnswerText(outcome.matched)
    let rejections = try Rejections(
      outcome.matched, in: outcome.log, on: ledger.clock.today, invocation)
    if invocation.has("json") {
      try print(outcome, json: text, rejections)
    } else {
      try print(outcome, text, rejections)
    }
    if let receipt = outcome.receipt, !isDryRun {
      try RecordingCommand.warnOfErased(receipt, in: outcome.log, invocation.output)
    }
  }

  // MARK: Recording

  /// How often the answer is compared again because somebody recorded something meanwhile.
  private static var attempts: Int { 100 }

  /// Nothing is recorded that was compared with an older state: of two that take the same answer in, one
  /// records it.
  private func entered(on day: CalendarDate, _ by: String) throws -> Outcome {
    var recorder = try ledger.openForRecording { try $0.recorder() }
    for _ in 0..<Self.attempts {
      let known = try recorder.log.head().last
      guard let matched = try MatchedAnswer(answer, known: known, in: recorder.log) else {
        throw try ImportFlowAnswer.unknownFlow(answer.flow, in: recorder.log, file)
      }
      try checkUnaltered(matched)
      try check(day, matched)
      do {
        let submissions = try matched.submissions(on: day, recordedBy: by)
        if submissions.isEmpty { return Outcome(matched: matched, log: recorder.log) }
        let given =
          isDryRun
          ? try recorder.tryImport(submissions)
          : try recorder.importFacts(submissions, ifNothingAfter: known)
        // Where nothing is new, another recorded the same meanwhile.
        guard let receipt = given, receipt.appended > 0 else { continue }
        return try outcome(matched, receipt, recorder)
      } catch let failure as SubmissionFailure {
        // Another recorded the same passage meanwhile, on another day.
        if case .refused(.idTaken) = failure.problem { continue }
        throw Failure(failure, file: file, ledger: ledger.path)
      }
    }
    throw Failure.ledger(
      Text(
        "d’autres enregistrent sans cesse ; rien de la réponse n’a été enregistré, relancez la commande",
        "others keep recording; nothing of the answer was recorded, run the command again"
      ).at(ledger.path))
  }

  private func outcome(
    _ matched: MatchedAnswer, _ receipt: AppendReceipt, _ recorder: Recorder
  ) throws -> Outcome {
    let log: any EventLog = isDryRun ? try recorder.prospect() : recorder.log
    return Outcome(
      matched: matched, receipt: receipt,
      findings: try log.findings(causedBy: receipt, on: ledger.clock.today),
      leftOut: recorder.leftOut, log: log)
  }

  /// - Throws: ``Failure/input(_:)`` for passages that the ledger has with another outcome under the same number
  ///   of treatment.
  private func checkUnaltered(_ matched: MatchedAnswer) throws(Failure) {
    let altered = matched.passages.filter { $0.recorded == .another }
    if altered.isEmpty { return }
    throw .input(
      Failure.several(
        altered.map { passage in
          FlowAnswerText.altered(passage, answer).at("\(file):\(passage.answered.line)")
        }))
  }

  /// - Throws: ``Failure/check(_:)`` for a day before that of a deposit (R23).
  private func check(_ day: CalendarDate, _ matched: MatchedAnswer) throws(Failure) {
    let late = matched.passages.filter { $0.isNew && $0.deposit.on > day }
    guard let latest = late.max(by: { $0.deposit.on < $1.deposit.on }) else { return }
    let refused = FlowAnswerText.beforeDeposit(latest, answer.flow, on: day)
    if invocation.has("json") {
      let answer: JSONValue = ["refused": [refused.json]]
      try invocation.output.line(answer.description)
    }
    let head = Text("refusé, rien n’a été enregistré", "refused, nothing was recorded")
    throw .check([head, refused.text].joined(separator: "\n").at(file))
  }

  // MARK: Printing

  private func print(_ outcome: Outcome, json text: FlowAnswerText, _ rejections: Rejections) throws
  {
    var members = text.members
    if isDryRun {
      members.append(JSONMember("allowed", true))
    } else {
      let new = outcome.receipt?.positions
      for (name, position) in [("first", new?.min()), ("last", new?.max())] {
        members.append(
          JSONMember(name, position.map { .integer(Int($0.number)) } ?? .null))
      }
    }
    try invocation.output.answer(
      members, "findings", outcome.findings.lazy.map(\.json),
      [JSONMember("rejections", .list(rejections.json))] + outcome.leftOut.members)
  }

  private func print(_ outcome: Outcome, _ text: FlowAnswerText, _ rejections: Rejections) throws {
    let output = invocation.output
    try output.wrapped(text.heading.at(file))
    let nothing = Text("rien n’a été enregistré", "nothing was recorded")
    switch outcome.receipt {
    case nil: try output.line(nothing)
    case let receipt? where isDryRun:
      try output.line(FlowAnswerText.tried(receipt.appended).then(nothing))
    case let receipt?: try output.line(receipt.text)
    }
    for line in text.lines { try output.wrapped(line) }
    for line in try rejections.lines() { try output.wrapped(line) }
    for text in outcome.leftOut { try output.line(text.lineText) }
    if isDryRun {
      for line in try trialFindings(outcome) { try output.line(line) }
    } else {
      try RecordingCommand.noteFindings(outcome.findings, invocation)
    }
  }

  private func trialFindings(_ outcome: Outcome) throws -> [String] {
    if outcome.findings.isEmpty { return [] }
    let known = try outcome.log.head().last
    let question = Question(log: outcome.log, on: ledger.clock.today, known: known)
    let text = FindingText(
      report: try FindingReport(outcome.findings, known: known, in: outcome.log),
      persons: try PersonNames(PersonalTexts(of: question, opening: nil)),
      width: invocation.output.terminalWidth, language: invocation.output.language)
    return try text.lines(text.report.groups)
  }
}
