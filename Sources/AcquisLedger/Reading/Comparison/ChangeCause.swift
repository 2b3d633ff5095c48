public import Events

/// An entry that made a change.
public struct ChangeCause: Hashable, Sendable {
  public let recordedBy: RecorderID
  /// Whether it annuls another.
  public let isAnnulment: Bool
  /// The entry that corrects the one it annuls; nil if there is none.
  public let correction: Position?
}
