public import Events

/// What a person does with the ledger from elsewhere than its machine; what each may do is in
/// ``AccessGrant/may(_:)``.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Checks the ledger, and sees ids only.
  case auditor
  /// Tells candidates where they are: the *chargé de VAE*.
  case officer
  /// Keeps the ledger.
  case administrator
}

extension Role {
  /// The role, as people call it.
  public var text: Text {
    switch self {
    case .auditor: Text("auditeur", "auditor")
    case .officer: Text("chargé de VAE", "officer")
    case .administrator: Text("administrateur", "administrator")
    }
  }

  /// What it may do, as a phrase after its name.
  public var explanation: Text {
    switch self {
    case .auditor:
      Text(
        "lit et prouve, par identifiants seulement, sans aucun nom",
        "reads and proves, by ids only, without any name")
    case .officer:
      Text(
        "lit et prouve, voit les noms, reconnaît des validations antérieures, atteste",
        "reads and proves, sees names, recognises prior validations, attests")
    case .administrator:
      Text(
        "lit et prouve, voit les noms, reconnaît, atteste, enregistre, annule, corrige, reprend des faits anciens",
        "reads and proves, sees names, recognises, attests, records, annuls, corrects, imports old facts"
      )
    }
  }
}
