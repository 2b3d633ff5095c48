internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections
internal import Rules

/// The entries `ResultNotified` of the letters of a jury that are handed over on a day.
struct ResultNotifications {
  /// One for each letter's candidacy whose result was not sent since the jury's last decision.
  private let submissions: [Submission]
  private let candidacies: [CandidacyID]
  private let day: CalendarDate

  /// Checks a call with `--record`, before anything is read.
  ///
  /// - Throws: ``Failure/usage(_:)``.
  static func check(_ kind: LetterKind, _ invocation: Invocation) throws(Failure) {
    guard kind == .result else {
      throw .usage(
        Text("--record va avec --kind result", "--record goes with --kind result"))
    }
    guard invocation.has("on") else {
      throw .usage(
        Text(
          "--record exige --on : le jour où les lettres sont remises",
          "--record needs --on: the day the letters are handed over"))
    }
    guard !invocation.has("known") else {
      throw .usage(
        Text(
          "--record ne va pas avec --known : une entrée s’ajoute à la fin du registre",
          "--record does not go with --known: an entry is added at the end of the ledger"))
    }
    guard invocation.has("yes") || Dialogue(invocation.output) != nil else {
      throw .usage(
        Text(
          "--record demande confirmation : hors d’un terminal, donnez --yes",
          "--record asks first: without a terminal, give --yes"))
    }
  }

  /// - Throws: ``LogFailure``.
  init(
    of proceedings: JuryProceedings, _ letters: [Letter], _ question: Question,
    _ invocation: Invocation
  ) throws {
    day = question.on
    // Results that were sent after the day asked were sent too.
    let always = Question(
      log: question.log, on: try CalendarDate(9999, 12, 31), known: question.known)
    let register = try always.register(of: proceedings.jury)?.state.candidacies ?? []
    let owed = Set(register.filter(\.isResultOwed).map(\.candidacy))
    candidacies = letters.map(\.candidacy).filter { owed.contains($0) }
    let (on, recorder) = try (day.description, invocation.recordedBy())
    submissions = try candidacies.enumerated().map { index, candidacy in
      try Submission(
        [
          "type": .string(EventType.resultNotified.rawValue), "occurredOn": .string(on),
          "recordedBy": .string(recorder),
          "data": [
            "candidacy": .string(candidacy.text), "jury": .string(proceedings.jury.text),
          ],
        ], line: index + 1)
    }
  }

  /// Asks a person at a terminal, unless `--yes` is given.
  ///
  /// - Throws: ``Failure/usage(_:)`` if the answer is not yes.
  func confirm(_ invocation: Invocation) throws(Failure) {
    guard !submissions.isEmpty, !invocation.has("yes") else { return }
    let (announced, on) = (Self.announced(submissions.count), day.text)
    let question = Text(
      "\(announced.french) le \(on.french). Continuer ? (oui, non)",
      "\(announced.english) on \(on.english). Go on? (yes, no)")
    guard try Dialogue(invocation.output)?.confirms(question) == true else {
      throw .usage(Text("rien n’a été écrit ni enregistré", "nothing was written or recorded"))
    }
  }

  private static func announced(_ count: Int) -> Text {
    .count(
      count, Text("résultat sera enregistré comme notifié", "result will be recorded as sent"),
      Text("résultats seront enregistrés comme notifiés", "results will be recorded as sent"))
  }

  /// Has the rules judge the entries, and records nothing.
  ///
  /// - Throws: ``Failure/check(_:)`` for a refusal.
  func judge(_ invocation: Invocation) throws { _ = try decide(isDryRun: true, invocation) }

  /// Records the entries, all or none, and reports it: beside the answer, where that is the letters.
  ///
  /// - Throws: ``Failure/check(_:)`` for a refusal.
  func record(_ invocation: Invocation) throws {
    // What cannot be written is not recorded as handed over.
    try invocation.output.end()
    guard !submissions.isEmpty else {
      return invocation.output.note(
        Text(
          "chaque résultat est déjà notifié ; rien n’a été enregistré",
          "every result was sent already; nothing was recorded"))
    }
    guard case .recorded(let receipt, let findings) = try decide(isDryRun: false, invocation)
    else { return }
    guard invocation.has("to") else { return invocation.output.note(receipt.text) }
    try receipt.print(findings, leftOut: [], at: nil, invocation)
  }

  private func decide(isDryRun: Bool, _ invocation: Invocation) throws -> RecordOutcome {
    guard !submissions.isEmpty else { return .allowed([]) }
    let ledger = try Ledger(invocation)
    var recorder = try ledger.openForRecording { try $0.recorder() }
    let outcome: RecordOutcome
    do throws(SubmissionFailure) {
      outcome = try recorder.record(submissions, isDryRun: isDryRun)
    } catch {
      throw Failure(error, file: nil, ledger: ledger.path)
    }
    if case .refused(let line, let refusals) = outcome {
      throw try Failure.refused(
        refusals, at: candidacies[line - 1].text, invocation)
    }
    return outcome
  }
}

extension JuryCandidacy {
  /// Whether the result is still to be sent: the jury decided after it was last sent, or it never was.
  fileprivate var isResultOwed: Bool {
    guard let last = decisions.last else { return false }
    return notified.map { $0.on < last.decidedOn } ?? true
  }
}
