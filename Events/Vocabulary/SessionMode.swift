/// How a jury's session is held.
public enum SessionMode: String, CaseIterable, Hashable, Sendable {
  /// Everyone in one place.
  case onSite
  case remote
  /// Partly on site, partly remote.
  case mixed
  /// On written papers, without a meeting.
  case written
}

extension SessionMode: ClosedWord {
  public static var kind: String { "session mode" }
}
