/// Whom 3474 is meant for: the document’s *public visé*.
public enum Audience: String, CaseIterable, Hashable, Sendable {
  /// In post in a housing body.
  case employee
  /// Seeking a job; selected before training.
  case jobSeeker
}

extension Audience: ClosedWord {
  public static var kind: String { "public" }
}
