/// The outcome of an appeal against a jury's decision.
public enum AppealOutcome: String, CaseIterable, Hashable, Sendable {
  /// The appeal is dismissed: the decision remains in force.
  case stands
  /// The decision is overturned, as if it had never been made.
  case falls
}

extension AppealOutcome: ClosedWord {
  public static var kind: String { "appeal outcome" }
}
