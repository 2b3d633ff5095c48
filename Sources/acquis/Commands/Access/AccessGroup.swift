internal import Access
internal import AcquisLedger
internal import Events

extension Command {
  /// `access grant|list|revoke|opened`
  static let access = Command(
    name: "access",
    summary: Text(
      "dit qui peut se servir du registre par l’interface HTTP, et ce qui en a été ouvert",
      "states who may use the ledger over HTTP, and what they opened"),
    commands: [.accessGrant, .accessList, .accessRevoke, .accessOpened],
    example: "acquis access list"
  ) { invocation in
    throw Failure.usage(
      Text(
        "un second mot est attendu : \(invocation.command.shownUsage.french)",
        "a second word is expected: \(invocation.command.shownUsage.english)"))
  }
}

extension Ledger {
  /// The file of who may use it.
  ///
  /// - Throws: `LogFailure` without a ledger: a file of access without one would be that of a later ledger.
  func accessFile() throws -> AccessFile {
    _ = try log()
    return AccessFile(beside: file)
  }
}
