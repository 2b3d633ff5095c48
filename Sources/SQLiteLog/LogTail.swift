internal import EventLog
internal import Events
internal import TransparencyLog

/// The end of the log, kept from one append to the next.
struct LogTail {
  /// The last position.
  var last = Position.zero
  /// When its event was taken in.
  var recordedAt: Instant?
  /// The tree's nodes that the next append builds upon.
  var tree = CompactRange()
}
