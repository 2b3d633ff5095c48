/// How a jury meets.
public enum SessionMode: String, CaseIterable, Hashable, Sendable {
  /// In one place.
  case onSite
  /// At a distance.
  case remote
  /// Both.
  case mixed
}

extension SessionMode: ClosedWord {
  public static var kind: String { "session mode" }
}
