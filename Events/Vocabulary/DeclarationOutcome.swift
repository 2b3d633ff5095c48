/// The answer of the Caisse des Dépôts to a declaration.
public enum DeclarationOutcome: String, CaseIterable, Hashable, Sendable {
  /// The award is registered with the Caisse des Dépôts.
  case accepted
  /// The declaration must be sent again.
  case rejected
}

extension DeclarationOutcome: ClosedWord {
  public static var kind: String { "declaration outcome" }
}
