internal import CanonicalJSON
internal import EventLog
internal import Events
internal import Recording
internal import Vault

extension Command {
  /// `import FILE`
  static let importFile = Command(
    name: "import", summary: "records old facts as written, all or none",
    arguments: [
      Argument(name: "FILE", help: "JSON Lines, one event a line; - reads standard input")
    ],
    example: "acquis import history.jsonl --json"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let file = invocation.argument("FILE") ?? "-"
    if file.hasSuffix(".csv") {
      throw Failure.input("\(file): CSV is not read yet; give JSON Lines")
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
      invocation.has("json") ? receipt.json.description : "\(file): \(receipt.sentence)")
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
  fileprivate var sentence: String {
    let old = positions.count - appended
    let before = old == 0 ? "" : ", \(old) already there"
    let range = "positions \(positions.min() ?? .zero) to \(positions.max() ?? .zero)"
    return "\(appended) events recorded\(before); \(range)"
  }
}
