/// The source of a rule, so that an auditor can distinguish the document from the certifier.
public enum Basis: String, CaseIterable, Hashable, Sendable {
  /// Stated by the certification’s document.
  case fiche
  /// Decided by the certifier where the document is silent.
  case policy
}

extension Basis: ClosedWord {
  public static var kind: String { "basis" }
}
