import EventLog
import EventLogLaws
import Events
import Testing

@Suite struct StoredEventTests {
  private let event: EncodedEvent
  private let bytes: [UInt8]

  init() throws {
    event = try Sample.validated(1)
    bytes = event.bytes(recordedAt: try Instant(microseconds: 1_000))
  }

  private func envelope(
    _ type: EventType = .blockValidated, id: Int = 1, day: Int = Sample.day,
    at instant: Int64 = 1_000,
    foundBy subjects: [Subject] = []
  ) throws -> Envelope {
    let columns = StoredEvent.Columns(
      id: Sample.id(id), occurredOn: Int64(day), recordedAt: instant)
    return try bytes.withUnsafeBytes { bytes in
      try StoredEvent(
        position: Position(7), type: type, bytes: bytes, columns: columns, foundBy: subjects
      ).envelope()
    }
  }

  @Test func `an event that agrees with what is kept beside its bytes is read`() throws {
    let envelope = try envelope(foundBy: [.jury(JuryID("J-9")), .jury(JuryID("J-1"))])
    #expect(envelope.event == event.event && envelope.position == Position(7))
  }

  @Test func `an id, a day or an instant kept beside other bytes is a defect of that column`() {
    #expect(throws: LogFailure.defect(LogDefect(.column(.id), at: Position(7)))) {
      try envelope(id: 2)
    }
    #expect(throws: LogFailure.defect(LogDefect(.column(.occurredOn), at: Position(7)))) {
      try envelope(day: Sample.day + 1)
    }
    #expect(throws: LogFailure.defect(LogDefect(.column(.recordedAt), at: Position(7)))) {
      try envelope(at: 1_001)
    }
  }

  @Test func `an event found by a subject that it is not about is a defect`() {
    #expect(throws: LogFailure.defect(LogDefect(.tagTooMany, at: Position(7)))) {
      try envelope(foundBy: [.jury(JuryID("J-9"))])
    }
  }

  @Test func `bytes of another type than the one kept beside them are unreadable`() {
    let failure = #expect(throws: LogFailure.self) { try envelope(.juryHeld) }
    guard case .unreadable(Position(7), _) = failure else {
      Issue.record("\(failure.debugDescription)")
      return
    }
  }
}
