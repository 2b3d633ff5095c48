/// A national register of certifications.
public enum Register: String, CaseIterable, Hashable, Sendable {
  /// Répertoire national des certifications professionnelles.
  case rncp = "RNCP"
  /// Répertoire spécifique.
  case rs = "RS"
  /// The *Inventaire*, since replaced by the Répertoire spécifique.
  case inventaire = "Inventaire"
}

extension Register: ClosedWord {
  public static var kind: String { "register" }
}
