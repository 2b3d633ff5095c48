/// An event as the log stores it: with its position and the instant it was recorded.
public struct Envelope: Hashable, Sendable {
  /// Not part of the hashed bytes.
  public let position: Position
  /// When the event was appended; never decreases along the log.
  public let recordedAt: Instant
  /// Set if the clock was accepted although it was behind the last event by more than the tolerance;
  /// nil otherwise, also where ``recordedAt`` repeats the last event's instant.
  public let clock: ClockMark?
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
