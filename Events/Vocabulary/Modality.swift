/// How a competency is assessed.
public enum Modality: String, CaseIterable, Hashable, Sendable {
  /// *Mise en situation professionnelle*.
  case simulation
  /// *Étude de cas*.
  case caseStudy
  /// A dossier.
  case file
  /// An interview.
  case interview
}

extension Modality: ClosedWord {
  public static var kind: String { "modality" }
}
