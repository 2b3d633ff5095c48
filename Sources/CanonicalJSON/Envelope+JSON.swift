public import Events

extension Envelope {
  /// Reads an event from its canonical bytes, as the log stores them.
  ///
  /// - Parameters:
  ///   - position: its place, which the bytes do not hold.
  ///   - bytes: the canonical bytes, at most 65,535.
  ///   - type: the type, where the reader's store knows it beside the bytes; it saves a pass over
  ///     the data, which stands before the type, and must agree with the bytes.
  /// - Throws: ``ReadingFailure`` where the bytes are not canonical, or of a type or schema that this
  ///   program does not know.
  public init(
    position: Position, canonical bytes: UnsafeRawBufferPointer, type: EventType? = nil
  ) throws(ReadingFailure) {
    let known = type
    let type: EventType
    if let known { type = known } else { type = try EventType.named(in: bytes) }
    var reader = CanonicalReader(bytes)
    self = try reader.object { (reader) throws(ReadingFailure) in
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
      let name: EventType = try reader.required("type")
      guard name == type else {
        throw ReadingFailure(.wrongKind(expected: type.rawValue), path: ["type"])
      }
      let waives: NonEmpty<RuleID>? = try reader.optional("waives")
      let event = Event(
        id: id, occurredOn: occurredOn, recordedBy: recordedBy, judged: judged, reason: reason,
        waives: waives, fact: fact)
      guard event.isSealedAsItMustBe else {
        throw ReadingFailure(.wronglySealed, path: ["reason"])
      }
      return Envelope(position: position, recordedAt: recordedAt, event: event)
    }
    try reader.end()
  }
}

extension CanonicalReader {
  fileprivate mutating func data(of type: EventType) throws(ReadingFailure) -> Fact {
    do throws(ReadingFailure) {
      return try type.fact(from: &self)
    } catch {
      throw error.within("data")
    }
  }
}

extension Event {
  /// Whether the texts that may be either are sealed exactly where the event concerns a person.
  var isSealedAsItMustBe: Bool {
    var texts = [reason].compactMap(\.self)
    if case .eventAnnulled(let data) = fact { texts.append(data.grounds) }
    if texts.isEmpty { return true }
    let concernsSomeone = fact.person != nil
    return texts.allSatisfy { text in
      switch text {
      case .clear: !concernsSomeone
      case .sealed: concernsSomeone
      }
    }
  }
}

extension EventType {
  /// Finds the type in an event's bytes, past its data.
  fileprivate static func named(
    in bytes: UnsafeRawBufferPointer
  ) throws(ReadingFailure) -> EventType {
    var reader = CanonicalReader(bytes)
    guard reader.take(UInt8(ascii: "{")) else {
      throw ReadingFailure(.wrongKind(expected: "an object"))
    }
    for key in [
      "data", "id", "judged", "occurredOn", "reason", "recordedAt", "recordedBy", "schema",
    ]
      as [StaticString] where reader.takeKey(key)
    {
      try reader.skip()
    }
    guard reader.takeKey("type") else { throw ReadingFailure(.missing, path: ["type"]) }
    let name = try reader.string()
    guard let type = EventType(rawValue: name) else {
      throw ReadingFailure(.unknownType(name), path: ["type"])
    }
    return type
  }
}
