/// The pathway to a certification: the *voie d’accès* of the fiche.
public enum Pathway: String, CaseIterable, Hashable, Sendable {
  /// As a pupil or a student.
  case student
  /// Under an apprenticeship contract.
  case apprenticeship
  /// After continuing training; the entry to 3474.
  case continuingTraining
  /// Under a professionalisation contract.
  case professionalisation
  /// By individual application: *candidat libre*.
  case individual
  /// By validation of experience (VAE).
  case experience
}

extension Pathway: ClosedWord {
  public static var kind: String { "pathway" }
}
