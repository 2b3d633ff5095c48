internal import AcquisLedger
internal import Events
internal import Files
internal import Vault

/// `import FILE` of JSON Lines: in little memory, with progress on a terminal. A trial run holds the file whole.
struct ImportLines {
  private let given: RereadableFile
  private let file: String
  private let invocation: Invocation

  /// - Parameter start: the file's first bytes.
  /// - Throws: ``Failure/input(_:)`` for a file in an encoding of two bytes a character.
  init(
    _ given: RereadableFile, named file: String, startingWith start: [UInt8],
    _ invocation: Invocation
  ) throws(Failure) {
    self.given = given
    self.file = file
    self.invocation = invocation
    let isMarked = start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff])
    if isMarked || start.starts(with: [0x7b, 0x00]) || start.starts(with: [0x00, 0x7b]) {
      throw .input(
        Text(
          "est en UTF-16 ; enregistrez le fichier en UTF-8", "is UTF-16; save the file as UTF-8"
        ).at("\(file):1"))
    }
  }

  func run() throws {
    // What the environment or a setting says serves lines alone that do not say it: a wrong one is no obstacle to
    // others.
    let by = invocation.has("by") ? try invocation.recorderGiven() : try? invocation.recorderGiven()
    let day = invocation.has("on") ? try invocation.day() : nil
    if invocation.has("dry-run") { return try tryAll(by, day) }
    let (ledger, output) = (try Ledger(invocation), invocation.output)
    defer { output.endProgress() }
    do {
      let lines = SubmissionLines(given, recordedBy: by, occurredOn: day)
      var recorder = try ledger.openForRecording { try $0.recorder() }
      let imported = try recorder.importLines(
        from: lines, waitingIn: ledger.scratchFolder
      ) {
        output.progress($0.text)
      }
      let receipt = imported.receipt
      output.noteDone(receipt.text)
      let findings = try recorder.log.findings(causedBy: receipt, on: ledger.clock.today) {
        output.progress(Text("entrées jugées : \($0)", "events judged: \($0)"))
      }
      let repeated = try recorder.repeatedRegistrations(among: imported)
      output.endProgress()
      let answer = ImportAnswer(
        receipt: receipt, subjects: try RecordedSubjects(of: receipt, in: recorder.log),
        findings: findings, repeated: repeated, leftOut: recorder.leftOut, isDryRun: false)
      try answer.print(in: recorder.log, at: file, invocation)
      try RecordingCommand.warnOfErased(receipt, in: recorder.log, output)
    } catch let failure as SubmissionFailure {
      throw Failure(failure, file: file, ledger: ledger.path).followed(by: Self.remedy(failure))
    }
  }

  /// Who records, if lines do not say it and nobody is given.
  private static func remedy(_ failure: SubmissionFailure) -> Text? {
    guard ([failure] + failure.further).contains(where: \.isOfMissingRecorder) else { return nil }
    return Text(
      "pour les lignes sans `recordedBy`, donnez `--by QUI` (ou `$ACQUIS_BY`, ou `acquis config by QUI` une fois pour toutes)",
      "for lines without recordedBy, give `--by WHO` (or `$ACQUIS_BY`, or `acquis config by WHO` once and for all)"
    )
  }

  private func tryAll(_ by: String?, _ day: CalendarDate?) throws {
    let lines = Submission.readEach(jsonLines: try InputFile.read(given, named: file))
    var wrong = WrongLines()
    wrong.add(lines.failures)
    try ImportedFacts(
      lines.submissions.map { $0.completed(recordedBy: by, occurredOn: day) }, wrong: wrong,
      file: file, places: { "\(file):\($0)" }, remedy: Self.remedy, invocation
    ).take()
  }
}

extension ImportProgress {
  fileprivate var text: Text {
    switch self {
    case .read(let count): Text("lignes lues : \(count)", "lines read: \(count)")
    case .sealed(let count, let all):
      Text("lignes vérifiées : \(count) sur \(all)", "\(count) of \(all) lines checked")
    case .written(let count, let all):
      Text("entrées écrites : \(count) sur \(all)", "\(count) of \(all) events written")
    }
  }
}
