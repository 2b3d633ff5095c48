/// A body represented at a selection interview (R10).
public enum InterviewingBody: String, CaseIterable, Hashable, Sendable {
  /// One person of the training body.
  case trainingBody
  /// One representative of a housing body.
  case housingBody
}

extension InterviewingBody: ClosedWord {
  public static var kind: String { "interviewing body" }
}
