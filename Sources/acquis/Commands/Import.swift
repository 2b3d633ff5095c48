internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules
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
        Text(
          "le CSV n’est pas encore lu ; donnez du JSON Lines",
          "CSV is not read yet; give JSON Lines"
        ).at(file))
    }
    let bytes = try InputFile.read(file)
    let log = try ledger.writableLog(isClockAccepted: invocation.has("accept-clock"))
    var door = Door(log: log) { () throws(VaultFailure) in try ledger.vault(.toSeal) }
    let receipt: AppendReceipt
    do throws(DoorFailure) {
      receipt = try door.record(try DoorLine.read(jsonLines: bytes))
    } catch {
      throw Failure(error, file: file, ledger: ledger.path)
    }
    let findings = try Findings.brought(
      by: receipt, on: SystemClock.now().dayInParis, in: log)
    try receipt.print(findings, at: file, invocation)
    try Writing.warnOfErased(receipt, in: log, invocation.output)
  }
}

/// What imported entries break.
private enum Findings {
  /// The findings at the positions of a receipt. A few entries are looked at by subject, many by one
  /// fold of the whole log: the answer is the same.
  static func brought(
    by receipt: AppendReceipt, on day: CalendarDate, in log: some EventLog
  ) throws -> [Finding] {
    let last = try log.head().last
    let positions = Set(receipt.positions)
    if Int64(positions.count) * 16 < last.number {
      return try log.findings(at: positions.sorted(), on: day, known: last)
    }
    return try log.findings(on: day, known: last).filter { positions.contains($0.position) }
  }
}
