internal import AcquisLedger
internal import Events
internal import Vault

extension Command {
  /// `vault rotate`
  static let vaultRotate = Command(
    name: "vault rotate",
    summary: Text(
      "met chaque clé sous une nouvelle clé maîtresse, et détruit l’ancienne",
      "puts every key under a new master key, and destroys the old one"),
    example: "acquis vault rotate"
  ) { invocation in
    let vault = try Ledger(invocation).vault(.toSeal)
    let rotation = try vault.rotate()
    invocation.output.noteDone(.rotated)
    let backups = try vault.backups()
    if invocation.has("json") {
      let answer: JSONValue = [
        "keys": .integer(rotation.keys), "damaged": .integer(rotation.damaged),
        "backups": .integer(backups.count),
      ]
      return try invocation.output.line(answer.description)
    }
    try invocation.output.line(
      Text(
        """
        Clés mises sous une nouvelle clé maîtresse : \(rotation.keys) ; l’ancienne n’est plus ici.
        Copies du coffre faites avant, connues : \(backups.count) ; elles ne s’ouvrent qu’avec l’ancienne.
        """,
        """
        \(rotation.keys) keys under a new master key; the old one is no longer here.
        Copies of the vault made before (\(backups.count) known) open with the old one only.
        """
      ))
    guard rotation.damaged > 0 else { return }
    invocation.output.note(
      Text(
        "clés altérées, qui ne s’ouvrent pas, laissées telles quelles : \(rotation.damaged) ; "
          + "`acquis vault verify` dit de qui",
        "\(rotation.damaged) altered key\(rotation.damaged == 1 ? "" : "s") could not be opened and "
          + "stayed as before; `acquis vault verify` names whose"
      ))
  }
}
