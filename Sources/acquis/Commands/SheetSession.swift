internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules

/// One run of `record --sheet`, from the plan to the answer.
struct SheetSession {
  let plan: SessionPlan
  let record: SessionRecord
  let names: [CandidacyID: String]
  let file: String
  let invocation: Invocation
  /// The steps of the plan without the awards that the rules refuse.
  private var steps: [SessionStep]
  private var refusedAwards: [CandidacyID: [Refusal]] = [:]

  /// The most problems that are told one by one.
  private static let most = 50

  init(
    plan: SessionPlan, record: SessionRecord, names: [CandidacyID: String], file: String,
    _ invocation: Invocation
  ) {
    self.plan = plan
    self.record = record
    self.names = names
    self.file = file
    self.invocation = invocation
    steps = plan.steps
  }

  private var output: Output { invocation.output }
  private var isDryRun: Bool { invocation.has("dry-run") }

  /// Judges the steps, asks where the ledger has changed, records them, and tells it.
  ///
  /// - Parameter reason: the grounds of corrections.
  /// - Throws: ``Failure/check(_:)`` where the rules refuse something, or nobody confirms.
  mutating func run(_ reason: String) throws {
    tellIgnored()
    guard !steps.isEmpty else { return try tellNothing() }
    let ledger = try Ledger(invocation)
    var recorder = try ledger.openForRecording { try $0.recorder() }
    let who = try invocation.recordedBy()
    let lines = try submitting { () throws(SubmissionFailure) in try submissions(reason, by: who) }
    try judge(
      submitting { () throws(SubmissionFailure) in try recorder.refusals(of: lines) })
    if !isDryRun { try confirm() }
    // Without the awards that the rules refuse.
    let right = try submitting { () throws(SubmissionFailure) in try submissions(reason, by: who) }
    let outcome = try submitting { () throws(SubmissionFailure) in
      try recorder.record(right, isDryRun: isDryRun)
    }
    try tell(outcome, recorder.leftOut)
    if case .recorded(let receipt, _) = outcome {
      try RecordingCommand.warnOfErased(receipt, in: recorder.log, output)
    }
  }

  private func submitting<Value>(
    _ step: () throws(SubmissionFailure) -> Value
  ) throws -> Value {
    do throws(SubmissionFailure) { return try step() } catch {
      throw Failure(error, file: nil, ledger: try Ledger(invocation).path)
    }
  }

  private func submissions(
    _ reason: String, by who: String
  ) throws(SubmissionFailure) -> [Submission] {
    var submissions: [Submission] = []
    for (index, step) in steps.enumerated() {
      submissions.append(
        try step.submission(line: index + 1, by: who, reason: reason))
    }
    return submissions
  }

  /// Takes out the awards that the rules refuse.
  ///
  /// - Throws: ``Failure/check(_:)`` for every other refusal, with its cell.
  private mutating func judge(_ refused: [(line: Int, refusals: [Refusal])]) throws(Failure) {
    var others: [(SessionStep, [Refusal])] = []
    for (line, refusals) in refused {
      let step = steps[line - 1]
      if step.kind == .awarded, let candidacy = step.candidacy {
        refusedAwards[candidacy] = refusals
      } else {
        others.append((step, refusals))
      }
    }
    if others.isEmpty {
      let refused = Set(refusedAwards.keys)
      steps.removeAll { step in
        step.kind == .awarded && step.candidacy.map { refused.contains($0) } == true
      }
      return
    }
    if invocation.has("json") {
      let answer: JSONValue = ["refused": .list(others.flatMap(\.1).map(\.json))]
      try output.line(answer.description)
    }
    let told = others.map { step, refusals in
      let text = SheetSessionText.refused(step, refusals, in: record)
      output.keep(cell: step.place, text)
      return step.place.map { text.at($0, of: file) } ?? text.at(file)
    }
    throw .check(
      Self.list(Text("refusé, rien n’a été enregistré", "refused, nothing was recorded"), told))
  }

  /// Asks a person at a terminal where something is not as the sheet was made with, unless `--yes` is given.
  ///
  /// - Throws: ``Failure/check(_:)`` without a terminal or without a yes.
  private func confirm() throws {
    guard !plan.changes.isEmpty || plan.underminesAward, !invocation.has("yes") else { return }
    let told = SheetSessionText.changes(plan, names)
    guard let dialogue = Dialogue(output) else {
      output.keepUnconfirmed()
      if output.isKept { for line in told { output.note(line) } }
      throw Failure.check(
        Self.list(
          Text(
            "rien n’a été enregistré ; --yes enregistre quand même",
            "nothing was recorded; --yes records it anyway"), told))
    }
    for line in told { output.note(line) }
    for outcome in plan.outcomes { output.note(line(of: outcome)) }
    guard try dialogue.confirms(Text("Enregistrer ? (oui, non)", "Record? (yes, no)")) else {
      throw Failure.check(Text("rien n’a été enregistré", "nothing was recorded"))
    }
  }

  private func line(of outcome: SessionPlan.Outcome) -> Text {
    SheetSessionText.outcome(
      outcome, in: record, name: names[outcome.candidacy],
      refusedAward: refusedAwards[outcome.candidacy])
  }

  /// A message with every line below it; of many, the first, and how many more there are.
  static func list(_ head: Text, _ lines: [Text]) -> Text {
    let shown = lines.prefix(most).map { Text("  \($0.french)", "  \($0.english)") }
    let rest = lines.count - shown.count
    let more = rest == 0 ? [] : [Text("  et \(rest) de plus", "  and \(rest) more")]
    return ([head] + shown + more).joined(separator: "\n")
  }
}

// MARK: What is told

extension SheetSession {
  private func tellIgnored() {
    if !plan.ignoredColumns.isEmpty {
      let columns = plan.ignoredColumns.map { SheetProblem.letters($0) }.joined(separator: ", ")
      output.note(
        Text("colonnes non lues : \(columns)", "columns not read: \(columns)").at(file))
    }
    if !plan.ignoredRows.isEmpty {
      let rows = plan.ignoredRows.map(String.init).joined(separator: ", ")
      output.note(
        Text(
          "lignes sans candidature, non lues : \(rows)",
          "rows without a candidacy, not read: \(rows)"
        ).at(file))
    }
  }

  private func tellNothing() throws {
    if invocation.has("json") {
      let answer: JSONValue = ["first": 0, "last": 0, "findings": [], "candidacies": []]
      return try output.line(answer.description)
    }
    try output.line(
      Text(
        "tout ce que dit la feuille est déjà enregistré ; rien n’a été ajouté",
        "all that the sheet says is recorded already; nothing was added"))
    for change in SheetSessionText.changes(plan, names) { try output.line(change) }
    try tellPending()
  }

  /// Names who held every block already and has no certification yet: the sheet awards to those alone who hold
  /// every block by what it says.
  private func tellPending() throws {
    if plan.awardPending.isEmpty { return }
    let ids = plan.awardPending.map(\.text).joined(separator: ",")
    try output.line(
      Text(
        "tous les blocs acquis, certification à délivrer : `acquis record CertificationAwarded candidacy=\(ids)`",
        "all blocks held, award pending: `acquis record CertificationAwarded candidacy=\(ids)`"))
  }

  private func tell(_ outcome: RecordOutcome, _ leftOut: [LeftOutText]) throws {
    switch outcome {
    case .recorded(let receipt, let findings):
      receipt.noteDone(invocation)
      if invocation.has("json") {
        return try tellJSON(
          [
            JSONMember("first", .integer(Int(receipt.positions.min()?.number ?? 0))),
            JSONMember("last", .integer(Int(receipt.positions.max()?.number ?? 0))),
          ], findings, leftOut)
      }
      try tellLines()
      try receipt.print(findings, leftOut: leftOut, at: file, invocation)
    case .allowed(let findings):
      if invocation.has("json") {
        return try tellJSON([JSONMember("allowed", true)], findings, leftOut)
      }
      for change in SheetSessionText.changes(plan, names) { try output.line(change) }
      try tellLines()
      try output.line(
        Text("permis ; rien n’a été enregistré", "allowed; nothing was recorded"))
      for text in leftOut { try output.line(text.lineText) }
      try RecordingCommand.noteFindings(findings, invocation)
    case .refused(let line, let refusals):
      // Another writer recorded something since the steps were judged.
      let text = SheetSessionText.refused(steps[line - 1], refusals, in: record)
      throw Failure.check(
        Self.list(
          Text("refusé, rien n’a été enregistré", "refused, nothing was recorded"),
          [steps[line - 1].place.map { text.at($0, of: file) } ?? text.at(file)]))
    case .registeredAlready:
      // A sheet registers nobody.
      return
    }
  }

  private func tellLines() throws {
    for line in SheetSessionText.head(plan, record, steps) { try output.line(line) }
    for outcome in plan.outcomes { try output.line(line(of: outcome)) }
    try tellPending()
  }

  private func tellJSON(
    _ members: [JSONMember], _ findings: [Finding], _ leftOut: [LeftOutText]
  ) throws {
    let awarded = Set(steps.filter { $0.kind == .awarded }.compactMap(\.candidacy))
    let candidacies = plan.outcomes.map { $0.json(isAwarded: awarded.contains($0.candidacy)) }
    let answer =
      members + [
        JSONMember("findings", .list(findings.map(\.json))),
        JSONMember("candidacies", .list(candidacies)),
      ]
    try output.line(JSONValue.object(answer + leftOut.members).description)
  }
}
