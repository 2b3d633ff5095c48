internal import AcquisLedger
internal import Cryptography
internal import Events
internal import TransparencyLog

extension Command {
  /// `audit checkpoint`
  static let auditCheckpoint = Command(
    name: "audit checkpoint",
    summary: Text(
      "signe l’état du registre et l’imprime, à garder ailleurs (note C2SP)",
      "signs the state of the log and prints it, to be kept elsewhere (C2SP note)"),
    example: "acquis audit checkpoint > acquis-2026-06.checkpoint"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let key = try ledger.key(isMade: true)
    let note = try Failure.signing { try key.sign(stateOf: ledger.log()) }
    invocation.output.noteDone(.signed)
    guard invocation.has("json") else { return try invocation.output.bytes(note.bytes) }
    let checkpoint = try key.checkpoint(in: note)
    let answer: JSONValue = [
      "size": .integer(Int(checkpoint.size)), "root": .string(checkpoint.root.base64),
      "note": .string(String(decoding: note.bytes, as: UTF8.self)),
    ]
    try invocation.output.line(answer.description)
  }
}

extension Failure {
  /// Runs a step that signs; its ``Discontinuity`` becomes ``Failure/check(_:)``.
  static func signing<Value>(_ step: () throws -> Value) throws -> Value {
    do { return try step() } catch let reason as Discontinuity {
      throw Failure.check(
        Text(
          "rien n’a été signé ; le registre ne continue pas son dernier état signé : "
            + reason.text.french,
          "nothing was signed; the log does not continue its last signed state: "
            + reason.text.english))
    }
  }
}
