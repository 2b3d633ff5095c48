internal import Events
internal import Vault

extension Command {
  /// `vault rotate`
  static let vaultRotate = Command(
    name: "vault rotate",
    summary: Wording(
      "met chaque clé sous une nouvelle clé maîtresse, et détruit l’ancienne",
      "puts every key under a new master key, and destroys the old one"),
    example: "acquis vault rotate"
  ) { invocation in
    let vault = try Ledger(invocation).vault(.toSeal)
    let rotation = try vault.rotate()
    Output.noteDone(.rotated)
    let backups = try vault.backups()
    if invocation.has("json") {
      let answer: JSONValue = [
        "keys": .integer(rotation.keys), "damaged": .integer(rotation.damaged),
        "backups": .integer(backups.count),
      ]
      return try Output.line(answer.description)
    }
    try Output.line(
      Wording(
        """
        Clés mises sous une nouvelle clé maîtresse : \(rotation.keys) ; l’ancienne n’est plus ici.
        Copies du coffre faites avant, connues : \(backups.count) ; elles ne s’ouvrent qu’avec l’ancienne.
        """,
        """
        \(rotation.keys) keys under a new master key; the old one is no longer here.
        Copies of the vault made before (\(backups.count) known) open with the old one only.
        """
      ).text)
    guard rotation.damaged > 0 else { return }
    Output.note(
      Wording(
        "clés altérées, qui ne s’ouvrent pas, laissées telles quelles : \(rotation.damaged) ; "
          + "`acquis vault verify` dit de qui",
        "\(rotation.damaged) altered key\(rotation.damaged == 1 ? "" : "s") could not be opened and "
          + "stayed as before; `acquis vault verify` names whose"
      ).text)
  }
}
