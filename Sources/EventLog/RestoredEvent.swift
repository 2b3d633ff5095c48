public import Events

/// An event read from an exact copy of a log, with the instant at which the original log recorded
/// it.
public struct RestoredEvent: Sendable {
  public let encoded: EncodedEvent
  /// When the original log recorded it.
  public let recordedAt: Instant
  /// The original log's mark about its clock, if any.
  public let clock: ClockMark?

  /// Parses an event and checks that encoding it again gives the same bytes.
  ///
  /// - Parameter position: in the original log.
  /// - Throws: ``ReadingFailure``: `notCanonical` with the number, from 1, of the first byte that
  ///   differs.
  public init(
    position: Position, canonical bytes: UnsafeRawBufferPointer
  ) throws(ReadingFailure) {
    let envelope = try unsafe Envelope(position: position, canonical: bytes)
    encoded = try EncodedEvent(envelope.event)
    recordedAt = envelope.recordedAt
    clock = envelope.clock
    let written = encoded.bytes(recordedAt: recordedAt, clock: clock)
    guard let first = unsafe zip(written, bytes).enumerated().first(where: { $1.0 != $1.1 })?.offset
    else {
      if written.count == bytes.count { return }
      throw ReadingFailure(.notCanonical(byte: min(written.count, bytes.count) + 1))
    }
    throw ReadingFailure(.notCanonical(byte: first + 1))
  }
}
