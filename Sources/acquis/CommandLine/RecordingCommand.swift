internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules
internal import Vault

/// The options and the output that `record`, `annul` and `correct` share.
enum RecordingCommand {
  static let options =
    [
      Command.Option(
        name: "by", value: "WHO",
        help: Text(
          "qui répond de l’entrée, un identifiant (sinon $ACQUIS_BY, sinon `acquis config by`)",
          "who is responsible for the entry, an id (else $ACQUIS_BY, else `acquis config by`)")),
      Command.Option(
        name: "waive", value: "RULE",
        help: Text(
          "déroge à cette règle, avec --reason ; peut être répété",
          "set this rule aside, with --reason; may be repeated"), isRepeatable: true),
      Command.Option(
        name: "reason", value: "TEXT",
        help: Text(
          "le motif, scellé s’il concerne une personne ; - le lit sur l’entrée standard",
          "why; sealed where it is about a person; - reads standard input"), input: .text),
      Command.Option(
        name: "id", value: "UUID",
        help: Text(
          "l’identifiant de l’entrée, pour une reprise sûre",
          "the entry's id, which makes a retry safe")),
      Command.Option(
        name: "dry-run",
        help: Text("juge, sans rien enregistrer", "judge, and record nothing")),
      .acceptClock,
    ] + Command.names

  /// For commands that may register a person.
  static let distinct = Command.Option(
    name: "distinct",
    help: Text(
      "c’est une autre personne que celle, déjà connue, de mêmes nom, prénom et date de naissance",
      "it is another person than the one known of the same birth name, first name and birth date"))

  /// The members `waives` and `reason` of `--waive` and `--reason`.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a waiver without a reason.
  static func waiver(_ invocation: Invocation) throws(Failure) -> [JSONMember] {
    let rules = invocation.options("waive").flatMap { $0.split(separator: ",") }.map(String.init)
    let reason = invocation.option("reason")
    if !rules.isEmpty, reason?.allSatisfy(\.isWhitespace) ?? true {
      throw .usage(
        Text(
          "--waive exige --reason : une dérogation se motive",
          "--waive needs --reason: a waiver needs a reason"))
    }
    var members: [JSONMember] = []
    if !rules.isEmpty { members.append(JSONMember("waives", .list(rules.map { .string($0) }))) }
    if let reason { members.append(JSONMember("reason", .string(reason))) }
    return members
  }

  /// Judges and records submissions, and prints the outcome and what they changed.
  ///
  /// - Parameters:
  ///   - file: their file; nil for the command line.
  ///   - ids: chooses the ids that were left out.
  ///   - told: what was understood where it is not what was typed.
  ///   - replaces: whether they annul or correct an entry: what hangs on it is told first, and asked.
  static func decide(
    _ lines: [Submission], from file: String?, choosing ids: NextIDs? = nil, told: [Text] = [],
    replaces: Bool = false, _ invocation: Invocation
  ) throws {
    let ledger = try Ledger(invocation)
    var recorder = try ledger.openForRecording { try $0.recorder() }
    func record(isDryRun: Bool) throws -> RecordOutcome {
      do throws(SubmissionFailure) {
        return try recorder.record(
          lines, choosing: ids, isDryRun: isDryRun, isDistinct: invocation.has("distinct"))
      } catch {
        throw try Failure.unknownID(error, file: file, in: recorder.log)
          ?? Failure(error, file: file, ledger: ledger.path)
      }
    }
    func typed() -> TypedAnswer { TypedAnswer(told, recorder.chosenIDs, key: ids?.key) }
    var hanging: HangingEntries?
    if replaces {
      let trial = try record(isDryRun: true)
      guard case .allowed = trial else {
        return try print(trial, recorder, nil, typed(), from: file, invocation)
      }
      hanging = try HangingEntries(in: recorder.prospect(), on: ledger.clock.today)
      if !invocation.has("dry-run") {
        try hanging?.confirm(invocation)
      } else if hanging?.isEmpty == false, !invocation.has("yes") {
        invocation.output.keepUnconfirmed()
      }
    }
    let outcome = try record(isDryRun: invocation.has("dry-run"))
    try print(outcome, recorder, hanging, typed(), from: file, invocation)
    if case .recorded(let receipt, _) = outcome {
      try warnOfErased(receipt, in: recorder.log, invocation.output)
    }
  }

  /// Reports the keys that remain if an entry merged an erased id with another one.
  static func warnOfErased(
    _ receipt: AppendReceipt, in log: some EventLog, _ output: Output
  ) throws {
    for person in try log.personsPartlyErased(byMergesAt: receipt.positions) {
      let (erased, remaining) = (
        person.erased.map(\.text).joined(separator: ", "),
        person.remaining.map(\.text).joined(separator: ", ")
      )
      output.note(
        Text(
          "\(erased) : personne effacée, mais la clé de \(remaining), qui est la même personne, reste, et des "
            + "textes se scellent encore sous elle : `acquis erase \(person.remaining[0])` la détruit",
          "\(erased): erased; the key of \(remaining), the same person, remains, and texts are still "
            + "sealed under it: `acquis erase \(person.remaining[0])` destroys it"
        ))
    }
  }

  /// Goes on although other entries hang on the one annulled or corrected.
  static let yes = Command.Option(
    name: "yes",
    help: Text(
      "continuer, même si d’autres entrées reposent sur celle-ci",
      "go on even if other entries rest on this one"))

  /// Writes findings by cause to standard error.
  static func noteFindings(_ findings: [Finding], _ invocation: Invocation) throws {
    if findings.isEmpty { return }
    let log = try Ledger(invocation).log()
    let report = try FindingReport(findings, known: try log.head().last, in: log)
    let output = invocation.output
    // Messages name nobody: persons are shown by their ids.
    let question = Question(log: log, on: Ledger.today, known: try log.head().last)
    let text = FindingText(
      report: report,
      persons: try PersonNames(PersonalTexts(of: question, opening: nil)), width: nil,
      language: output.language)
    for line in try text.lines(report.groups) { output.note(Text(verbatim: line)) }
  }

  private static func print(
    _ outcome: RecordOutcome, _ recorder: Recorder, _ hanging: HangingEntries?,
    _ typed: TypedAnswer,
    from file: String?, _ invocation: Invocation
  ) throws {
    let leftOut = recorder.leftOut
    switch outcome {
    case .recorded(let receipt, let findings):
      // First of all: what follows may fail, and it is recorded.
      receipt.noteDone(invocation)
      let new = receipt.positions.filter(receipt.isNew)
      let changes = try RecordedChanges(at: new, on: Ledger.today, in: recorder.log)
      try receipt.print(findings, leftOut: leftOut, changes, typed: typed, at: file, invocation)
    case .allowed(let findings):
      let prospect = try recorder.prospect()
      let changes = try RecordedChanges(
        at: prospect.added.map(\.position), on: Ledger.today, in: prospect)
      if invocation.has("json") {
        let answer: JSONValue = .object(
          [JSONMember("allowed", true), JSONMember("findings", .list(findings.map(\.json)))]
            + (hanging.map { [$0.member] } ?? []) + leftOut.members + typed.members
            + [JSONMember("changed", try changes.json())])
        return try invocation.output.line(answer.description)
      }
      try hanging?.print(invocation)
      try invocation.output.line(
        Text("permis ; rien n’a été enregistré", "allowed; nothing was recorded"))
      for text in typed.lines { try invocation.output.line(text) }
      // What hangs on an entry says what its candidacies would become.
      let lines = hanging?.isEmpty ?? true ? try changes.lines(invocation) : []
      if !lines.isEmpty {
        try invocation.output.line(Text("ce qui changerait :", "what would change:"))
        for line in lines { try invocation.output.wrapped(line, indent: 2) }
      }
      for text in leftOut { try invocation.output.line(text.lineText) }
      try noteFindings(findings, invocation)
    case .registeredAlready(let repeated):
      throw try Failure.registeredAlready(repeated, file, invocation)
    case .refused(let line, let refusals):
      throw try Failure.refused(refusals, at: file.map { "\($0):\(line)" }, invocation)
    }
  }
}

extension Failure {
  /// The failure for refusals by the rules; with `--json` they are also printed as the answer.
  static func refused(
    _ refusals: [Refusal], at place: String?, _ invocation: Invocation
  ) throws(Failure) -> Failure {
    invocation.output.keep(refusals)
    if invocation.has("json") {
      let answer: JSONValue = ["refused": .list(refusals.map(\.json))]
      try invocation.output.line(answer.description)
    }
    let shown =
      [Text("refusé, rien n’a été enregistré", "refused, nothing was recorded")]
      + refusals.map(\.text) + (try LocalTime.explanation(of: refusals, invocation))
    let text = shown.joined(separator: "\n")
    return .check(place.map { text.at($0) } ?? text)
  }
}

extension Failure {
  /// The failure for registrations of persons who are registered already; with `--json` it is also printed
  /// as the answer.
  fileprivate static func registeredAlready(
    _ repeated: [RepeatedRegistration], _ file: String?, _ invocation: Invocation
  ) throws(Failure) -> Failure {
    if invocation.has("json") {
      let answer: JSONValue = ["refused": .list(repeated.map(\.refusal))]
      try invocation.output.line(answer.description)
    }
    let told = repeated.map { one in
      file.map { one.text.at("\($0):\(one.line)") } ?? one.text
    }
    let head = Text("refusé, rien n’a été enregistré", "refused, nothing was recorded")
    return .check(([head] + told + [RepeatedRegistration.remedy]).joined(separator: "\n"))
  }
}

extension [LeftOutText] {
  /// The member of a JSON answer; none if no text was left out.
  var members: [JSONMember] {
    isEmpty ? [] : [JSONMember("leftOut", .list(map(\.json)))]
  }
}

extension AppendReceipt {
  /// Prints the positions, the texts left out and the findings.
  func print(
    _ findings: [Finding], leftOut: [LeftOutText], _ changes: RecordedChanges? = nil,
    repeated: [RepeatedRegistration] = [], typed: TypedAnswer = TypedAnswer(), at file: String?,
    _ invocation: Invocation
  ) throws {
    noteDone(invocation)
    if invocation.has("json") {
      let told =
        repeated.isEmpty ? [] : [JSONMember("knownAlready", .list(repeated.map(\.json)))]
      let changed = try changes.map { [JSONMember("changed", try $0.json())] } ?? []
      return try invocation.output.answer(
        [
          JSONMember("first", .integer(Int(positions.min()?.number ?? 0))),
          JSONMember("last", .integer(Int(positions.max()?.number ?? 0))),
        ], "findings", findings.lazy.map(\.json), leftOut.members + told + typed.members + changed)
    }
    try invocation.output.line(file.map { text.at($0) } ?? text)
    for text in typed.lines { try invocation.output.line(text) }
    for line in try changes?.lines(invocation) ?? [] { try invocation.output.wrapped(line) }
    for text in leftOut { try invocation.output.line(text.lineText) }
    for one in repeated { invocation.output.note(one.text) }
    if !repeated.isEmpty { invocation.output.note(RepeatedRegistration.remedyAfterwards) }
    try RecordingCommand.noteFindings(findings, invocation)
  }

  /// Notes that it is recorded, whatever becomes of what is printed about it.
  func noteDone(_ invocation: Invocation) {
    invocation.output.noteDone(text)
    invocation.output.keep(recorded: positions.max())
  }

  /// How many entries were recorded, and where.
  var text: Text {
    let old = positions.count - appended
    let (first, last) = (positions.min() ?? .zero, positions.max() ?? .zero)
    let place =
      first == last
      ? Text("position \(first)", "position \(first)")
      : Text("positions \(first) à \(last)", "positions \(first) to \(last)")
    let count = Text.count(
      appended, Text("entrée enregistrée", "event recorded"),
      Text("entrées enregistrées", "events recorded"),
      none: Text("aucune entrée enregistrée", "0 events recorded"))
    return Text(
      "\(count.french)\(old == 0 ? "" : ", \(old) déjà là") ; \(place.french)",
      "\(count.english)\(old == 0 ? "" : ", \(old) already there"); \(place.english)")
  }
}
