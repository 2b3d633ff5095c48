public import Events

/// An event of another log, with the instant it was taken in at there.
public struct CopiedEvent: Sendable {
  /// The event; its canonical bytes follow from it and from the instant.
  public let encoded: EncodedEvent
  /// When the other log took it in.
  public let recordedAt: Instant
  /// What the other log noted about its clock.
  public let clock: ClockMark?

  /// The event that canonical bytes tell, in a shape that writes the very same bytes again.
  ///
  /// - Parameter position: its place, for who reads the failure.
  /// - Throws: ``ReadingFailure``.
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
