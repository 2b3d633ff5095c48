internal import CanonicalJSON
public import Events

/// An event as a store hands it out: the very bytes that were hashed, and where they stand.
///
/// Lent for the time of a closure: the bytes are the store's and change under it afterwards.
public struct StoredEvent {
  /// Its place in the log.
  public let position: Position
  /// Its type, as the store knows it beside the bytes.
  public let type: EventType
  /// The canonical bytes.
  public let bytes: UnsafeRawBufferPointer
  /// The day by which the store found it; nil where it was not looked for by its day.
  private let day: Int64?
  /// The subjects by one of which the store found it; empty where it was not looked for by them.
  private let subjects: [Subject]

  /// - Parameters:
  ///   - day: in days since 1970-01-01.
  public init(
    position: Position, type: EventType, bytes: UnsafeRawBufferPointer, foundOn day: Int64? = nil,
    by subjects: [Subject] = []
  ) {
    self.position = position
    self.type = type
    self.bytes = bytes
    self.day = day
    self.subjects = subjects
  }

  /// The event these bytes tell, held against what the store found it by.
  ///
  /// - Throws: ``LogFailure/unreadable(_:_:)``; ``LogFailure/damaged(_:)`` where it was found by a day or
  ///   a subject that is not its own.
  public func envelope() throws(LogFailure) -> Envelope {
    let envelope: Envelope
    do throws(ReadingFailure) {
      envelope = try Envelope(position: position, canonical: bytes, type: type)
    } catch {
      throw .unreadable(position, error)
    }
    if let day, day != Int64(envelope.event.occurredOn.dayNumber) {
      throw .damaged("\(LogDefect(.column(.occurredOn), at: position))")
    }
    if !subjects.isEmpty, !envelope.event.fact.subjects.contains(where: subjects.contains) {
      throw .damaged("\(LogDefect(.tagTooMany, at: position))")
    }
    return envelope
  }
}
