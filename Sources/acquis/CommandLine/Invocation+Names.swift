internal import AcquisLedger
internal import Events
internal import Vault

extension Command {
  /// Names of persons in an answer that shows ids otherwise.
  static let names = [
    Option(
      name: "names",
      help: Text(
        "nomme les personnes, même dans un tube ou en JSON",
        "name persons, even in a pipe or in JSON")),
    Option(
      name: "no-names",
      help: Text("montre des identifiants, jamais de noms", "show ids, never names")),
  ]
}

extension Invocation {
  /// Opens the texts about persons that an answer shows: on a terminal, in a document, or with `--names`.
  ///
  /// - Parameter isDocument: whether the answer is a document, which names persons wherever it is written.
  /// - Returns: one that opens nothing with `--no-names`, in a pipe, with `--json`, or where there is no
  ///   vault; a document, and `--names`, need the vault.
  func personalTexts(_ question: Question, isDocument: Bool = false) throws -> PersonalTexts {
    PersonalTexts(of: question, opening: try vaultOfNames(isDocument: isDocument))
  }

  /// The vault, where an answer shows names; nil where it shows ids, as ``personalTexts(_:isDocument:)``.
  ///
  /// - Parameter isInFile: whether the answer is in a file of its own, for its owner alone, which names persons
  ///   where there is a vault.
  func vaultOfNames(isDocument: Bool = false, isInFile: Bool = false) throws -> Vault? {
    let isShown =
      has("names")
      || !has("no-names")
        && (isDocument || isInFile || output.terminalWidth != nil && !has("json"))
    let isKeptOut =
      try served == nil && !isDocument && !has("names")
      && UserSettings.kept().values[.names] == "no"
    guard isShown, !isKeptOut else { return nil }
    if let vault = served?.vault { return vault }
    let ledger = try Ledger(self)
    let mustOpen = has("names") || isDocument
    if !mustOpen, !ledger.hasVault { return nil }
    return try ledger.vault(.toRead)
  }
}
