internal import Events

// What a command has done, for the message that its answer cannot be written.

extension Text {
  static let erased = Text(
    "la personne est effacée et le registre le dit ; relancez la même commande pour imprimer le reçu",
    "the person is erased and the log says so; run the same command again to print the receipt")

  static let rotated = Text(
    "le coffre est sous une nouvelle clé maîtresse", "the vault is under a new master key")

  static let backedUp = Text("la sauvegarde est faite", "the backup is made")

  static let signed = Text(
    "le point de contrôle est signé et gardé à côté du registre",
    "the checkpoint is signed and kept beside the ledger")

  static let accessGranted = Text(
    "le droit d’accès est accordé, et son jeton n’a pas été montré : `acquis access revoke` le révoque",
    "access is granted, and its token was not shown: `acquis access revoke` revokes it")

  static let accessRevoked = Text("le droit d’accès est révoqué", "access is revoked")

  static let ledgerMade = Text("le registre est créé", "the ledger is made")
}
