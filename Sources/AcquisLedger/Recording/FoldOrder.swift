internal import EventLog
internal import Events

extension Sequence<Envelope> {
  /// The events as they took effect: by day, then by position (``EventQuery/Order/fold``).
  ///
  /// Cost: a sort.
  var inFoldOrder: [Envelope] {
    sorted { ($0.event.occurredOn, $0.position) < ($1.event.occurredOn, $1.position) }
  }
}
