/// A way to complete a partial certification of 3474.
public enum CompletionRoute: String, CaseIterable, Hashable, Sendable {
  /// By a partial assessment, after optional training.
  case partialAssessment
  /// As a free candidate (*candidat libre*).
  case freeCandidate
  /// By VAE.
  case experience
}

extension CompletionRoute: ClosedWord {
  public static var kind: String { "completion route" }
}
