/// An event's canonical bytes but the instant, which the log writes in when it appends.
///
/// Encoding is done before the log's lock is taken; under it, only 27 bytes are filled in, and the
/// mark of a clock that was behind.
public struct EncodedEvent: Sendable {
  /// The event.
  public let event: Event
  /// Its type.
  public let type: EventType
  /// The shape the data is written in.
  public let schema: Schema
  /// Its tags, each once.
  public let subjects: [Subject]
  private let beforeInstant: [UInt8]
  private let afterInstant: [UInt8]

  /// The most bytes an event may have.
  public static let limit = 65_535

  /// - Throws: ``ReadingFailure`` where the event would be longer than ``limit``, or a text about a
  ///   person stands in clear.
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
    beforeInstant = writer.bytes
    writer = CanonicalWriter()
    writer.raw(",")
    writer.member("recordedBy", event.recordedBy)
    writer.key("schema")
    writer.integer(schema.number)
    writer.member("type", type)
    writer.member("waives", event.waives)
    writer.raw("}")
    afterInstant = writer.bytes
    guard beforeInstant.count + afterInstant.count + 29 <= Self.limit else {
      throw ReadingFailure(.tooLong(limit: Self.limit))
    }
  }

  /// The canonical bytes of the event taken in at this instant.
  ///
  /// - Parameter clock: what the ledger notes about its clock; it may make the bytes longer than
  ///   ``limit``.
  public func bytes(recordedAt instant: Instant, clock: ClockMark? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(beforeInstant.count + 29 + afterInstant.count + 24)
    if let clock {
      // The first member in order of keys: all that follows is as it is without it.
      var writer = CanonicalWriter()
      writer.raw("{")
      writer.member("clock", clock)
      writer.raw(",")
      bytes += writer.bytes
      bytes += beforeInstant.dropFirst()
    } else {
      bytes += beforeInstant
    }
    bytes.append(UInt8(ascii: "\""))
    bytes += instant.utf8
    bytes.append(UInt8(ascii: "\""))
    bytes += afterInstant
    return bytes
  }
}

/// An event's content: its canonical bytes without what the ledger gives (``Envelope/Key``), by which a
/// retry is distinguished from another fact under the same id.
public struct EventContent: Equatable, Sendable {
  /// The members that count, each with its key, in order.
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
        if member.key.isGivenByTheLedger { continue }
        unsafe kept.append([UInt8(index)] + bytes[start..<reader.offset])
      }
      return kept
    }
    try reader.end()
  }
}
