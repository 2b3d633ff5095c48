internal import CanonicalJSON
internal import Events
internal import Vault

extension Command {
  /// `vault rotate`
  static let vault = Command(
    name: "vault",
    summary: Wording(
      "change la clé maîtresse du coffre (vault rotate)",
      "changes the vault's master key (vault rotate)"),
    arguments: [
      Argument(
        name: "ACTION",
        help: Wording(
          "rotate : une nouvelle clé maîtresse, l’ancienne est détruite",
          "rotate: a new master key, and the old one is destroyed"))
    ],
    example: "acquis vault rotate"
  ) { invocation in
    guard invocation.argument("ACTION") == "rotate" else {
      throw Failure.usage(
        Wording(
          "une action est attendue : rotate", "expected an action: rotate"))
    }
    let vault = try Ledger(invocation).vault(.toSeal)
    let count = try vault.rotate()
    Output.noteDone(.rotated)
    let backups = try vault.backups(madeBy: SystemClock.now())
    if invocation.has("json") {
      let answer: JSONValue = ["keys": .integer(count), "backups": .integer(backups.count)]
      return try Output.line(answer.description)
    }
    try Output.line(
      Wording(
        """
        \(count) clés sous une nouvelle clé maîtresse ; l’ancienne n’est plus ici.
        Les copies du coffre faites avant (\(backups.count) connues) ne s’ouvrent qu’avec l’ancienne.
        """,
        """
        \(count) keys under a new master key; the old one is no longer here.
        Copies of the vault made before (\(backups.count) known) open with the old one only.
        """
      ).text)
  }
}
