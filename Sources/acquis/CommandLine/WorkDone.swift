internal import Events

// What a command has done, for where its answer cannot be written.

extension Text {
  /// A person was erased; the receipt is lost.
  static let erased = Text(
    "la personne est effacée et le registre le dit ; relancez la même commande pour imprimer le reçu",
    "the person is erased and the log says so; run the same command again to print the receipt")

  /// The vault has a new master key.
  static let rotated = Text(
    "le coffre est sous une nouvelle clé maîtresse", "the vault is under a new master key")

  /// Copies were made.
  static let backedUp = Text("la sauvegarde est faite", "the backup is made")

  /// The state of the log was signed.
  static let signed = Text(
    "le point de contrôle est signé et gardé à côté du registre",
    "the checkpoint is signed and kept beside the ledger")

  /// A ledger was made.
  static let ledgerMade = Text("le registre est créé", "the ledger is made")
}
