public import Events

/// What a store answers while a batch is judged (``AppendPlan``).
public protocol AppendLookup: ~Copyable {
  /// The entry under this id, or nil.
  borrowing func entry(_ id: EventID) throws(LogFailure) -> LogEntry?
  /// The position of the first event that matches, in order of position, or nil.
  borrowing func firstMatch(_ query: EventQuery) throws(LogFailure) -> Position?
}

/// An entry of the log, with bytes of its own: what a retry and an annulment are compared with.
public struct LogEntry: Sendable {
  /// Its place in the log.
  public let position: Position
  /// Its canonical bytes.
  public let bytes: [UInt8]

  public init(position: Position, bytes: [UInt8]) {
    self.position = position
    self.bytes = bytes
  }

  /// This entry, found by an id.
  ///
  /// - Throws: ``LogFailure/defect(_:)`` where its bytes tell another id.
  public func found(by id: EventID) throws(LogFailure) -> LogEntry {
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
  /// Whether its bytes are still no longer than an event's may be, once it is marked.
  func fits(with mark: ClockMark) -> Bool {
    bytes(recordedAt: .epoch, clock: mark).count <= Self.limit
  }

  /// The content by which a retry is told; the position is for an error only.
  func content(_ position: Position) throws(LogFailure) -> EventContent {
    try LogEntry(position: position, bytes: bytes(recordedAt: .epoch)).content()
  }
}
