/// What became of a decision appealed against.
public enum AppealOutcome: String, CaseIterable, Hashable, Sendable {
  /// The decision counts on.
  case stands
  /// It counts no more.
  case falls
}

extension AppealOutcome: ClosedWord {
  public static var kind: String { "appeal outcome" }
}
