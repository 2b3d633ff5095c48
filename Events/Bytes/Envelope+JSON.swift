extension Envelope {
  /// Decodes an event from its canonical bytes, as the log stores them.
  ///
  /// - Parameters:
  ///   - position: the event's position, which is not in the bytes.
  ///   - bytes: the canonical bytes, at most 65,535.
  ///   - type: the event's type, if the store knows it. It saves a pass over the data, which comes
  ///     before the type in the bytes; it must be the type in the bytes.
  /// - Throws: ``ReadingFailure`` where the bytes are not canonical, or are of a type or schema
  ///   that this program does not know.
  public init(
    position: Position, canonical bytes: UnsafeRawBufferPointer, type: EventType? = nil
  ) throws(ReadingFailure) {
    guard bytes.count <= EncodedEvent.limit else {
      throw ReadingFailure(.tooLong(limit: EncodedEvent.limit))
    }
    let known = type
    let type: EventType
    if let known { type = known } else { type = try unsafe EventType.named(in: bytes) }
    var reader = unsafe CanonicalReader(bytes)
    self = try reader.object { (reader) throws(ReadingFailure) in
      let clock: ClockMark? = try reader.optional("clock")
      guard reader.takeKey("data") else { throw ReadingFailure(.missing, path: ["data"]) }
      let fact = try reader.data(of: type)
      let id: EventID = try reader.required("id")
      let judged: Edition? = try reader.optional("judged")
      let occurredOn: CalendarDate = try reader.required("occurredOn")
      let reason: RecordedText? = try reader.optional("reason")
      let recordedAt: Instant = try reader.required("recordedAt")
      let recordedBy: RecorderID = try reader.required("recordedBy")
      let schema: Count = try reader.required("schema")
      guard schema.value == type.currentSchema.number else {
        throw ReadingFailure(.unknownSchema(type, schema.value), path: ["schema"])
      }
      try reader.require(type)
      let waives: NonEmpty<RuleID>? = try reader.optional("waives")
      let event = Event(
        id: id, occurredOn: occurredOn, recordedBy: recordedBy, judged: judged, reason: reason,
        waives: waives, fact: fact)
      if let path = event.wronglySealedField {
        throw ReadingFailure(.wronglySealed, path: path)
      }
      return Envelope(position: position, recordedAt: recordedAt, clock: clock, event: event)
    }
    try reader.end()
  }
}

extension CanonicalReader {
  /// Reads the member `type`, which must be the type already known.
  fileprivate mutating func require(_ type: EventType) throws(ReadingFailure) {
    guard takeKey("type") else { throw ReadingFailure(.missing, path: ["type"]) }
    let isTheWord = try unsafe token { bytes in unsafe bytes.elementsEqual(type.rawValue.utf8) }
    guard isTheWord else {
      throw ReadingFailure(.wrongKind(expected: .exactly(type.rawValue)), path: ["type"])
    }
    endMember()
  }

  /// Reads the value of the member `data`, in the type's current schema.
  mutating func data(of type: EventType) throws(ReadingFailure) -> Fact {
    do throws(ReadingFailure) {
      return try object { (reader) throws(ReadingFailure) in
        try Fact(type, fields: &reader)
      }
    } catch {
      // Data of an unknown schema fails in some field: the schema is the more useful error.
      if let schema = unsafe Self.schema(in: bytes), schema != type.currentSchema.number {
        throw ReadingFailure(.unknownSchema(type, schema), path: ["schema"])
      }
      throw error.within("data")
    }
  }
}

extension CanonicalReader {
  /// The schema number in an event's bytes, found by skipping the data; nil if it is not found.
  private static func schema(in bytes: UnsafeRawBufferPointer) -> Int? {
    var reader = unsafe CanonicalReader(bytes)
    guard reader.take(UInt8(ascii: "{")) else { return nil }
    guard (try? reader.seek(.schema)) == true else { return nil }
    return try? reader.integer()
  }
}

extension Event {
  /// The path of a text that is in clear although the event concerns a person, or sealed although
  /// it concerns none; nil if there is none.
  var wronglySealedField: [String]? {
    var texts: [(path: [String], text: RecordedText)] = []
    if let reason { texts.append((["reason"], reason)) }
    if case .eventAnnulled(let data) = fact, let grounds = data.grounds {
      texts.append((["data", "grounds"], grounds))
    }
    if texts.isEmpty { return nil }
    let concernsSomeone = fact.person != nil
    return texts.first { entry in
      switch entry.text {
      case .clear: concernsSomeone
      case .sealed: !concernsSomeone
      }
    }?.path
  }
}

extension EventType {
  /// The type in an event's bytes, found by skipping the data.
  fileprivate static func named(
    in bytes: UnsafeRawBufferPointer
  ) throws(ReadingFailure) -> EventType {
    var reader = unsafe CanonicalReader(bytes)
    guard reader.take(UInt8(ascii: "{")) else {
      throw ReadingFailure(.wrongKind(expected: .object))
    }
    guard try reader.seek(.type) else { throw ReadingFailure(.missing, path: ["type"]) }
    let name = try reader.string()
    guard let type = EventType(rawValue: name) else {
      throw ReadingFailure(.unknownType(name), path: ["type"])
    }
    return type
  }
}
