/// How a partial certification may be completed.
public enum CompletionRoute: String, CaseIterable, Hashable, Sendable {
  /// A partial assessment, after optional training.
  case partialAssessment
  /// As a free candidate.
  case freeCandidate
  /// By VAE.
  case experience
}

extension CompletionRoute: ClosedWord {
  public static var kind: String { "completion route" }
}
