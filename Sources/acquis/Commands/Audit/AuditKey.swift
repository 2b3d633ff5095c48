internal import Auditing
internal import CanonicalJSON
internal import Transparency

extension Command {
  /// `audit key`
  static let auditKey = Command(
    name: "audit key",
    summary: Wording(
      "imprime la clé publique qui vérifie les points de contrôle (vkey C2SP)",
      "prints the public key that verifies checkpoints (C2SP vkey)"),
    example: "acquis audit key > acquis.vkey"
  ) { invocation in
    let key = try Ledger(invocation).key(isMade: true)
    let verifier = key.signing.verifier
    guard invocation.has("json") else { return try Output.line(verifier.text) }
    let answer: JSONValue = [
      "key": .string(verifier.text), "name": .string(verifier.name.text),
      "id": .string(verifier.id.description),
    ]
    try Output.line(answer.description)
  }
}
