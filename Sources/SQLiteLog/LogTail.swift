internal import EventLog
internal import Events
internal import TransparencyLog

/// The end of the log, cached between appends.
struct LogTail {
  var last = Position.zero
  /// The last event's instant; nil for an empty log.
  var recordedAt: Instant?
  var tree = CompactRange()
}
