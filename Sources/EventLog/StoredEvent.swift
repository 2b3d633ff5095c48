public import Events

/// An event as a store hands it out: the very bytes that were hashed, and where they stand.
///
/// Lent for the time of a closure: the bytes are the store's and change under it afterwards.
@safe public struct StoredEvent {
  /// Its place in the log.
  public let position: Position
  /// Its type, as the store knows it beside the bytes.
  public let type: EventType
  /// The canonical bytes.
  public let bytes: UnsafeRawBufferPointer
  /// What the store keeps beside the bytes; nil for one that keeps nothing.
  private let columns: Columns?
  /// The subjects by one of which the store found it; empty where it was not looked for by them.
  private let subjects: [Subject]

  /// What a store keeps beside an event's bytes, to find it by.
  public struct Columns {
    /// Its id.
    public let id: EventID
    /// Its day, in days since 1970-01-01.
    public let occurredOn: Int64
    /// Its instant, in microseconds since 1970.
    public let recordedAt: Int64

    public init(id: EventID, occurredOn: Int64, recordedAt: Int64) {
      self.id = id
      self.occurredOn = occurredOn
      self.recordedAt = recordedAt
    }

    fileprivate func column(unlike envelope: Envelope) -> LogDefect.Column? {
      guard id == envelope.event.id else { return .id }
      guard occurredOn == Int64(envelope.event.occurredOn.dayNumber) else { return .occurredOn }
      return recordedAt == envelope.recordedAt.microseconds ? nil : .recordedAt
    }
  }

  public init(
    position: Position, type: EventType, bytes: UnsafeRawBufferPointer, columns: Columns? = nil,
    foundBy subjects: [Subject] = []
  ) {
    self.position = position
    self.type = type
    unsafe self.bytes = unsafe bytes
    self.columns = columns
    self.subjects = subjects
  }

  /// The event these bytes tell, held against what the store found it by, and keeps beside
  /// it.
  ///
  /// - Throws: ``LogFailure/unreadable(_:_:)``; ``LogFailure/defect(_:)`` where one of them is
  ///   not its own.
  public func envelope() throws(LogFailure) -> Envelope {
    let envelope: Envelope
    do throws(ReadingFailure) {
      envelope = try unsafe Envelope(position: position, canonical: bytes, type: type)
    } catch {
      throw .unreadable(position, error)
    }
    if let column = columns?.column(unlike: envelope) {
      throw .defect(LogDefect(.column(column), at: position))
    }
    if !subjects.isEmpty, !envelope.event.fact.subjects.contains(where: subjects.contains) {
      throw .defect(LogDefect(.tagTooMany, at: position))
    }
    return envelope
  }
}
