/// A modality by which competencies are assessed.
public enum Modality: String, CaseIterable, Hashable, Sendable {
  /// *Mise en situation professionnelle*.
  case simulation
  /// *Étude de cas*.
  case caseStudy
  /// A dossier submitted by the candidate.
  case file
  case interview
}

extension Modality: ClosedWord {
  public static var kind: String { "modality" }
}
