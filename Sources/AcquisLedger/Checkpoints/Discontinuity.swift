/// Why a log is not the honest continuation of what a checkpoint says.
public enum Discontinuity: Error, Equatable, Sendable {
  /// The checkpoint is not a checkpoint, or its text was altered after it was signed.
  case notGenuine
  /// Another key than this log's signed it.
  case foreignKey
  /// A former key of this log's signed it, after another had begun.
  case formerKey
  /// The log has fewer events than were signed.
  case shrunk(signed: UInt64, found: UInt64)
  /// The first events are not those that were signed; up to `after` they are, as far as other
  /// checkpoints tell.
  case forked(signed: UInt64, after: UInt64)
}
