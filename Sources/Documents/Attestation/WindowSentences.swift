internal import AcquisLedger
internal import Events
internal import Projections

extension CompletionWindow {
  /// How long the missing blocks may still be acquired, as its reader needs it: that a window has lapsed
  /// takes nothing away. Nil where no block is held or none is missing.
  var sentence: Text? {
    switch status {
    case .none, .completed: return nil
    case .open:
      guard let lastDay else {
        return Text(
          "Aucun délai ne limite l’acquisition de ce qui manque.",
          "No time limit is set for acquiring what is missing.")
      }
      let extended =
        extended == true ? Text(", prolongation comprise", ", extension included") : nil
      return Text(
        "Délai pour acquérir ce qui manque : jusqu’au \(lastDay.text.french) inclus\(extended?.french ?? "").",
        "What is missing may be acquired until \(lastDay.words), included\(extended?.english ?? "")."
      )
    case .lapsed:
      let ended = lastDay ?? opensOn
      return Text(
        "Le délai pour compléter a pris fin le \(ended?.text.french ?? "") ; ce qui est acquis le reste.",
        "The time to complete it ended on \(ended?.words ?? ""); what is held stays held.")
    }
  }
}

extension CandidacyStatus {
  /// What became of the candidacy, where its reader must know it; nil for the others.
  var parting: Text? {
    switch self {
    case .revoked:
      Text(
        "La certification délivrée a été révoquée ; ce qui est attesté ici reste acquis.",
        "The certification awarded was revoked; what is attested here did not fall with it.")
    case .continued:
      Text(
        "Le parcours se poursuit dans une candidature ultérieure, qui complète celle-ci.",
        "The path goes on in a later candidacy, which completes this one.")
    case .withdrawn:
      Text(
        "La candidature est close ; ce qui est acquis le reste.",
        "The candidacy is closed; what is held stays held.")
    case .certified, .inadmissible, .awardPending, .partiallyCertified, .lapsed, .awaitingJury,
      .refused, .inPreparation, .admissible, .enrolled:
      nil
    }
  }
}
