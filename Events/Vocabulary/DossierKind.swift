/// What a dossier is for.
public enum DossierKind: String, CaseIterable, Hashable, Sendable {
  /// *Recevabilité*: may the person try VAE?
  case admissibility
  /// The VAE dossier itself.
  case validation
  /// The situation treated along the training on 3474.
  case problemSituation
}

extension DossierKind: ClosedWord {
  public static var kind: String { "dossier kind" }
}
