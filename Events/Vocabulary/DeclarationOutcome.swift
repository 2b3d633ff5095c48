/// What the Caisse des Dépôts answered.
public enum DeclarationOutcome: String, CaseIterable, Hashable, Sendable {
  /// The award is registered there.
  case accepted
  /// To be sent again.
  case rejected
}

extension DeclarationOutcome: ClosedWord {
  public static var kind: String { "declaration outcome" }
}
