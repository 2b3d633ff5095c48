internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules

/// Facts of a file, to be recorded as they are or, with `--dry-run`, to be tried.
struct ImportedFacts {
  private let submissions: [Submission]
  private let wrong: WrongLines
  private let file: String
  private let places: (Int) -> String
  private let rows: (Int) -> Int
  private let invocation: Invocation
  /// What would answer failures, said once after them.
  private let remedy: (SubmissionFailure) -> Text?

  /// - Parameters:
  ///   - wrong: what could not be read.
  ///   - places: the place of a submission's line, for messages.
  ///   - rows: the number of a submission's line that a person sees.
  ///   - remedy: what would answer failures, if anything does; said once after them.
  init(
    _ submissions: [Submission], wrong: WrongLines, file: String,
    places: @escaping (Int) -> String, rows: @escaping (Int) -> Int = { $0 },
    remedy: @escaping (SubmissionFailure) -> Text? = { _ in nil }, _ invocation: Invocation
  ) {
    self.submissions = submissions
    self.wrong = wrong
    self.file = file
    self.places = places
    self.rows = rows
    self.invocation = invocation
    self.remedy = remedy
  }

  /// Records the facts, all or none, and prints what that changed; with `--dry-run` what it would change.
  ///
  /// - Throws: ``Failure/input(_:)`` with everything that is wrong.
  func take() throws {
    let ledger = try Ledger(invocation)
    var recorder = try ledger.openForRecording { try $0.recorder() }
    let isDryRun = invocation.has("dry-run")
    do {
      if !wrong.isEmpty { throw failure(trying: &recorder) }
      if submissions.isEmpty { throw Failure.input(Self.nothing.at(file)) }
      let receipt =
        isDryRun ? try recorder.tryImport(submissions) : try recorder.importFacts(submissions)
      let log: any EventLog = isDryRun ? try recorder.prospect() : recorder.log
      if !isDryRun { invocation.output.noteDone(receipt.text) }
      let repeated = try recorder.repeatedRegistrations(among: submissions, receipt)
      let answer = ImportAnswer(
        receipt: receipt, subjects: try RecordedSubjects(of: receipt, in: log),
        findings: try log.findings(causedBy: receipt, on: ledger.clock.today),
        repeated: repeated, leftOut: leftOut(recorder), isDryRun: isDryRun)
      try answer.print(in: log, at: file, invocation)
      if !isDryRun {
        try RecordingCommand.warnOfErased(receipt, in: recorder.log, invocation.output)
      }
    } catch let failure as SubmissionFailure {
      throw told(failure) ?? Failure(failure, file: file, ledger: ledger.path)
    }
  }

  /// The texts left out, by the row that a person sees.
  private func leftOut(_ recorder: Recorder) -> [LeftOutText] {
    recorder.leftOut.map { LeftOutText(line: rows($0.line), field: $0.field, text: $0.text) }
  }

  private static var nothing: Text {
    Text("ne contient aucune entrée", "holds no event").nothingRecorded
  }

  /// Everything wrong with the file: what could not be read, and what is wrong with the other facts.
  private func failure(trying recorder: inout Recorder) -> Failure {
    var all = wrong
    do throws(SubmissionFailure) {
      if !submissions.isEmpty { _ = try recorder.tryImport(submissions) }
    } catch {
      all.add(ofOthers: error)
      return all.failure(places).followed(by: remedy(error))
    }
    return all.failure(places)
  }

  /// The failure of lines, with their places; nil for one of the ledger or the vault.
  private func told(_ failure: SubmissionFailure) -> Failure? {
    let all = [failure] + failure.further
    for one in all {
      switch one.problem {
      case .unreadable, .cut, .unknown, .erasure, .erased, .namesPerson, .refused: break
      case .notSealed, .nothing, .contended, .changedMeanwhile, .other: return nil
      }
      if one.line == nil { return nil }
    }
    let text = Failure.several(
      all.map { one in one.problem.textWithRemedy.at(one.line.map(places) ?? file) },
      omitted: failure.omitted)
    return Failure.input(text).followed(by: remedy(failure))
  }
}
