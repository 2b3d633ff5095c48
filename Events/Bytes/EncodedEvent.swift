/// An event encoded but for the instant, which the log inserts when it appends.
///
/// Encoding is done before the log's lock is taken, into one buffer. Under the lock, only the 27
/// bytes of the instant are written over a copy of it, and the mark of a clock that was behind is
/// inserted.
public struct EncodedEvent: Sendable {
  public let event: Event
  public let type: EventType
  /// The schema that the data is encoded in: the current one of its type.
  public let schema: Schema
  /// The event's subjects without duplicates, the principal one first.
  public let subjects: [Subject]
  /// The canonical bytes, at ``Instant/epoch``.
  private let encoded: [UInt8]
  /// Where the 27 bytes of the instant are in ``encoded``.
  private let instantOffset: Int

  /// The maximum length of an event's canonical bytes.
  public static let limit = 65_535

  /// - Throws: ``ReadingFailure`` where the event would be longer than ``limit``, a text about a
  ///   person is in clear, or a text about no one is sealed.
  public init(_ event: Event) throws(ReadingFailure) {
    if let path = event.wronglySealedField { throw ReadingFailure(.wronglySealed, path: path) }
    self.event = event
    let payload = event.fact.payload
    type = Swift.type(of: payload).type
    schema = type.currentSchema
    subjects = payload.distinctSubjects
    var writer = CanonicalWriter()
    writer.raw("{\"data\":")
    payload.write(to: &writer)
    writer.member("id", event.id)
    writer.member("judged", event.judged)
    writer.member("occurredOn", event.occurredOn)
    writer.member("reason", event.reason)
    writer.key("recordedAt")
    instantOffset = writer.bytes.count + 1
    Instant.epoch.write(to: &writer)
    writer.member("recordedBy", event.recordedBy)
    writer.key("schema")
    writer.integer(schema.number)
    writer.member("type", type)
    writer.member("waives", event.waives)
    writer.raw("}")
    encoded = writer.bytes
    guard encoded.count <= Self.limit else { throw ReadingFailure(.tooLong(limit: Self.limit)) }
  }

  /// The canonical bytes of the event as recorded at an instant.
  ///
  /// - Parameter clock: a mark, if any; with it the bytes may be longer than ``limit``.
  public func bytes(recordedAt instant: Instant, clock: ClockMark? = nil) -> [UInt8] {
    var bytes = encoded
    instant.write(over: &bytes, at: instantOffset)
    guard let clock else { return bytes }
    // `clock` is the first key in order: the other bytes are the same without it.
    var writer = CanonicalWriter()
    writer.raw("{")
    writer.member("clock", clock)
    writer.raw(",")
    return writer.bytes + bytes.dropFirst()
  }
}

/// An event's content: its canonical bytes without the members that the ledger sets
/// (``Envelope/Key/isSetByLedger``). Two events with the same id and content are a retry.
public struct EventContent: Equatable, Sendable {
  /// For each member compared, in the order of the keys: the index of its key, then its bytes.
  private let members: [[UInt8]]

  /// - Throws: ``ReadingFailure`` where the bytes are not a canonical object.
  public init(of bytes: UnsafeRawBufferPointer) throws(ReadingFailure) {
    var reader = unsafe CanonicalReader(bytes)
    members = try reader.object { (reader) throws(ReadingFailure) in
      var kept: [[UInt8]] = []
      for (index, member) in Envelope.Key.inOrder.enumerated()
      where reader.takeKey(member.name) {
        let start = reader.offset
        try reader.skip()
        if member.key.isSetByLedger { continue }
        unsafe kept.append([UInt8(index)] + bytes[start..<reader.offset])
      }
      return kept
    }
    try reader.end()
  }
}
