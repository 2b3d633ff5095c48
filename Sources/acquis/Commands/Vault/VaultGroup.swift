internal import Events

extension Command {
  /// `vault rotate|verify`
  static let vault = Command(
    name: "vault",
    summary: Text(
      "change la clé maîtresse du coffre, ou le confronte au registre",
      "changes the vault's master key, or compares the vault with the log"),
    commands: [.vaultRotate, .vaultVerify],
    example: "acquis vault verify"
  ) { invocation in
    throw Failure.usage(
      Text(
        "un second mot est attendu : \(invocation.command.shownUsage.french)",
        "a second word is expected: \(invocation.command.shownUsage.english)"))
  }
}
