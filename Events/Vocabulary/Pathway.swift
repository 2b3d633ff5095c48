/// How a candidacy reaches a certification: the *voie d’accès* of the fiche.
public enum Pathway: String, CaseIterable, Hashable, Sendable {
  /// Under the status of pupil or student.
  case student
  /// In an apprenticeship contract.
  case apprenticeship
  /// After continuing training; the way into 3474.
  case continuingTraining
  /// In a professionalisation contract.
  case professionalisation
  /// By individual application: *candidat libre*.
  case individual
  /// By validation of experience: VAE.
  case experience
}

extension Pathway: ClosedWord {
  public static var kind: String { "pathway" }
}
