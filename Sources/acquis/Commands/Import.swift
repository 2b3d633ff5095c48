internal import CanonicalJSON
internal import EventLog
internal import Events
internal import Recording
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
          "JSON Lines, one event a line; - reads standard input"))
    ],
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
    let log = try ledger.writableLog()
    var door = Door(log: log) { () throws(VaultFailure) in try ledger.vault() }
    let receipt: AppendReceipt
    do throws(DoorFailure) {
      receipt = try door.record(try DoorLine.read(jsonLines: bytes))
    } catch {
      throw Failure(error, file: file, ledger: ledger.path)
    }
    try Output.line(
      invocation.has("json") ? receipt.json.description : receipt.wording.at(file).text)
  }
}

extension AppendReceipt {
  /// As programs read it. No rule is checked yet: the list of findings is empty.
  fileprivate var json: JSONValue {
    [
      "first": .integer(Int(positions.min()?.number ?? 0)),
      "last": .integer(Int(positions.max()?.number ?? 0)),
      "findings": [],
    ]
  }

  /// As people read it.
  fileprivate var wording: Wording {
    let old = positions.count - appended
    let (first, last) = (positions.min() ?? .zero, positions.max() ?? .zero)
    return Wording(
      "\(appended) événements enregistrés" + (old == 0 ? "" : ", \(old) déjà là")
        + " ; positions \(first) à \(last)",
      "\(appended) events recorded" + (old == 0 ? "" : ", \(old) already there")
        + "; positions \(first) to \(last)")
  }
}
