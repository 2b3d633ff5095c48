internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

extension Command {
  /// `import FILE`
  static let importFile = Command(
    name: "import",
    summary: Text(
      "enregistre des faits anciens tels quels, tous ou aucun",
      "records old facts as written, all or none"),
    arguments: [
      Argument(
        name: "FILE",
        help: Text(
          "JSON Lines, une entrée par ligne ; - lit l’entrée standard",
          "JSON Lines, one event a line; - reads standard input"), input: .file)
    ],
    options: [.acceptClock],
    example: "acquis import history.jsonl --json"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let file = invocation.argument("FILE") ?? "-"
    if file.hasSuffix(".csv") {
      throw Failure.input(
        Text(
          "le CSV n’est pas encore lu ; donnez du JSON Lines",
          "CSV is not read yet; give JSON Lines"
        ).at(file))
    }
    let bytes = try InputFile.read(file)
    do {
      let submissions = try Submission.read(jsonLines: bytes)
      var recorder = try ledger.openForRecording { try $0.recorder() }
      let receipt = try recorder.importFacts(submissions)
      let findings = try recorder.log.findings(causedBy: receipt, on: ledger.clock.today)
      let repeated = try recorder.repeatedRegistrations(among: submissions, receipt)
      try receipt.print(
        findings, leftOut: recorder.leftOut, repeated: repeated, at: file, invocation)
      try RecordingCommand.warnOfErased(receipt, in: recorder.log, invocation.output)
    } catch let failure as SubmissionFailure {
      throw Failure(failure, file: file, ledger: ledger.path)
    }
  }
}
