/// Why a log is not a continuation of the state that a checkpoint signed.
public enum Discontinuity: Error, Equatable, Sendable {
  /// The checkpoint is not a checkpoint, or its text was altered after it was signed.
  case notGenuine
  /// The key that signed it is not one of this log's.
  case foreignKey
  /// A former key of this log signed it after its successor's first signature.
  case formerKey
  /// The log has fewer events than were signed.
  case shrunk(signed: UInt64, found: UInt64)
  /// The first `signed` events are not those that were signed. Other checkpoints show that the first
  /// `after` events are unchanged; 0 if none does.
  case forked(signed: UInt64, after: UInt64)
}
