public import Events

/// The queries of a store that ``AppendPlan`` and ``RestorePlan`` need.
public protocol AppendLookup: ~Copyable {
  /// The event with this id, or nil.
  borrowing func entry(_ id: EventID) throws(LogFailure) -> LogEntry?
  /// The lowest position of a matching event, or nil.
  borrowing func firstMatch(_ query: EventQuery) throws(LogFailure) -> Position?
}

/// A copy of an event of the log, with which a retry or an annulment is compared.
public struct LogEntry: Sendable {
  public let position: Position
  /// The event's canonical JSON.
  public let bytes: [UInt8]

  public init(position: Position, bytes: [UInt8]) {
    self.position = position
    self.bytes = bytes
  }

  /// Returns this entry after checking that its bytes contain the id it was found by.
  ///
  /// - Throws: ``LogFailure/defect(_:)`` if they contain another id;
  ///   ``LogFailure/unreadable(_:_:)``.
  public func checked(id: EventID) throws(LogFailure) -> LogEntry {
    let own = try unsafe reading { (bytes) throws(ReadingFailure) in
      try unsafe Envelope(position: position, canonical: bytes).event.id
    }
    guard own == id else { throw .defect(LogDefect(.column(.id), at: position)) }
    return self
  }

  func content() throws(LogFailure) -> EventContent {
    try unsafe reading { (bytes) throws(ReadingFailure) in try unsafe EventContent(of: bytes) }
  }

  func subjects() throws(LogFailure) -> [Subject] {
    try unsafe reading { (bytes) throws(ReadingFailure) in
      try unsafe Envelope(position: position, canonical: bytes).event.fact.subjects
    }
  }

  private func reading<Value>(
    _ body: (UnsafeRawBufferPointer) throws(ReadingFailure) -> Value
  ) throws(LogFailure) -> Value {
    do throws(ReadingFailure) { return try unsafe bytes.span.withUnsafeBytes(body) } catch {
      throw .unreadable(position, error)
    }
  }
}

extension EncodedEvent {
  /// Whether the bytes stay within the size limit of an event when the mark is added.
  func fits(with mark: ClockMark) -> Bool {
    bytes(recordedAt: .epoch, clock: mark).count <= Self.limit
  }

  /// What a retry must repeat: the event without instant and mark.
  ///
  /// - Parameter position: for the error only.
  func content(_ position: Position) throws(LogFailure) -> EventContent {
    try LogEntry(position: position, bytes: bytes(recordedAt: .epoch)).content()
  }
}
