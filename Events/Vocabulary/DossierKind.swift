/// The purpose of a dossier.
public enum DossierKind: String, CaseIterable, Hashable, Sendable {
  /// The request for the *recevabilité* of a VAE.
  case admissibility
  /// The VAE dossier itself.
  case validation
  /// The problem situation worked on during the training of 3474.
  case problemSituation
}

extension DossierKind: ClosedWord {
  public static var kind: String { "dossier kind" }
}
