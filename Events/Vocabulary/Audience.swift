/// A group of people that a certification is meant for (*public visé* of 3474).
public enum Audience: String, CaseIterable, Hashable, Sendable {
  /// Employed by a housing body.
  case employee
  /// Selected before training (R10).
  case jobSeeker
}

extension Audience: ClosedWord {
  public static var kind: String { "public" }
}
