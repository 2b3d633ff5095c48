internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

extension Command {
  /// `import FILE`
  static let importFile = Command(
    name: "import",
    summary: Wording(
      "enregistre des faits anciens tels quels, tous ou aucun",
      "records old facts as written, all or none"),
    arguments: [
      Argument(
        name: "FILE",
        help: Wording(
          "JSON Lines, un événement par ligne ; - lit l’entrée standard",
          "JSON Lines, one event a line; - reads standard input"), input: .file)
    ],
    options: [SystemClock.accept],
    example: "acquis import history.jsonl --json"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let file = invocation.argument("FILE") ?? "-"
    if file.hasSuffix(".csv") {
      throw Failure.input(
        Wording(
          "le CSV n’est pas encore lu ; donnez du JSON Lines",
          "CSV is not read yet; give JSON Lines"
        ).at(file))
    }
    let bytes = try InputFile.read(file)
    let log = try ledger.writableLog(isClockAccepted: invocation.has("accept-clock"))
    var recorder = Recorder(
      log: log, vault: { () throws(VaultFailure) in try ledger.vault(.toSeal) },
      clock: SystemClock.now)
    let receipt: AppendReceipt
    do throws(SubmissionFailure) {
      receipt = try recorder.importFacts(try Submission.read(jsonLines: bytes))
    } catch {
      throw Failure(error, file: file, ledger: ledger.path)
    }
    let findings = try log.findings(broughtBy: receipt, on: SystemClock.now().dayInParis)
    try receipt.print(findings, at: file, invocation)
    try Writing.warnOfErased(receipt, in: log)
  }
}
