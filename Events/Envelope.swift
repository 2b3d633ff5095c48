/// An event as the ledger holds it: with its place in the log and the instant it was taken in.
public struct Envelope: Hashable, Sendable {
  /// Its place; not part of the hashed bytes.
  public let position: Position
  /// When the ledger took it in; never decreasing along the log.
  public let recordedAt: Instant
  /// What the ledger noted about its clock; nil where the instant is the clock's own.
  public let clock: ClockMark?
  /// What was recorded.
  public let event: Event

  @inlinable public init(
    position: Position, recordedAt: Instant, clock: ClockMark? = nil, event: Event
  ) {
    self.position = position
    self.recordedAt = recordedAt
    self.clock = clock
    self.event = event
  }
}
