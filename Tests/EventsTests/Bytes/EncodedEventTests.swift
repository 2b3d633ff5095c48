import EventSamples
import Events
import TestSupport
import Testing

@Suite struct `An encoded event` {
  private func event(
    _ fact: Fact, id: String = "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061",
    on day: String = "2021-06-17",
    by recorder: String = "officer:17", judged: Edition? = nil, reason: RecordedText? = nil,
    waives: NonEmpty<RuleID>? = nil
  ) throws -> Event {
    Event(
      id: try EventID(id), occurredOn: try CalendarDate(day), recordedBy: try RecorderID(recorder),
      judged: judged, reason: reason, waives: waives, fact: fact)
  }

  private func content(_ event: Event, at instant: String) throws -> EventContent {
    try EncodedEvent(event).bytes(recordedAt: try Instant(instant)).withUnsafeBytes {
      try EventContent(of: $0)
    }
  }

  /// A jury of many members: two names of each length, so that any number of bytes can be met.
  private func wide(_ members: Int, _ padding: Int) throws -> Event {
    let list = try (0..<members).map { _ in try MemberID(String(repeating: "m", count: 64)) }
    let last = try MemberID(String(repeating: "m", count: padding))
    return try event(
      .juryHeld(JuryHeld(jury: try JuryID("J"), present: try NonEmpty(list + [last]))))
  }

  @Test func `an event of 65,535 bytes is accepted and one byte more is refused`() throws {
    let instant = try Instant(Samples.instant)
    let start = try EncodedEvent(try wide(0, 1)).bytes(recordedAt: instant).count
    let members = (EncodedEvent.limit - start) / 67
    let padding = 1 + (EncodedEvent.limit - start) % 67
    try #require(padding < 64)
    let longest = try EncodedEvent(try wide(members, padding)).bytes(recordedAt: instant)
    #expect(longest.count == 65_535)
    #expect(try envelope(longest).event == (try wide(members, padding)))
    #expect(throws: ReadingFailure(.tooLong(limit: 65_535))) {
      try EncodedEvent(try wide(members, padding + 1))
    }
  }

  @Test func `the content is the same when only the instant, the mark or the edition differs`()
    throws
  {
    let sample = Fact.juryHeld(
      JuryHeld(jury: try JuryID("J"), present: try NonEmpty([try MemberID("M")])))
    let first = try content(try event(sample), at: "2021-06-18T09:12:33.123456Z")
    let judged = try event(sample, judged: .current)
    #expect(try content(judged, at: "2031-01-01T00:00:00.000000Z") == first)
    let marked = try EncodedEvent(judged).bytes(recordedAt: .epoch, clock: .behind)
    #expect(try marked.withUnsafeBytes { try EventContent(of: $0) } == first)
    let rule = try NonEmpty([try RuleID("R07")])
    let other = Fact.juryHeld(
      JuryHeld(jury: try JuryID("J"), present: try NonEmpty([try MemberID("N")])))
    for different in [
      try event(other), try event(sample, id: "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5062"),
      try event(sample, on: "2021-06-18"), try event(sample, by: "officer:18"),
      try event(sample, reason: .clear(try FreeText("x"))), try event(sample, waives: rule),
    ] {
      #expect(try content(different, at: "2021-06-18T09:12:33.123456Z") != first)
    }
  }

  @Test func `the mark of the clock is one word, and the ledger's to give`() throws {
    let golden = String(
      decoding: try #require(GoldenFolder.events.line(GoldenLine.marked)), as: UTF8.self)
    for spelling in ["\"ahead\"", "\"Behind\"", "null", "true", "\"\""] {
      let line = golden.replacing("\"behind\"", with: spelling)
      #expect(throws: ReadingFailure.self) { try envelope(Array(line.utf8)) }
    }
    guard case .object(let members) = try JSONValue(parsing: Array(golden.utf8)) else { return }
    #expect(throws: ReadingFailure(.givenByTheLedger, path: ["clock"])) {
      try Event(.blockValidated, members: members.filter { $0.name != "recordedAt" })
    }
  }

  @Test func `a reason about a person is sealed, one about no one is clear`() throws {
    let clear = RecordedText.clear(try FreeText("parce que"))
    let sealed = RecordedText.sealed(try Samples.sealed("P.1"))
    for sample in try Samples.all() {
      let (right, wrong) = sample.full.person == nil ? (clear, sealed) : (sealed, clear)
      #expect(throws: Never.self) { try EncodedEvent(try event(sample.full, reason: right)) }
      #expect(throws: ReadingFailure(.wronglySealed, path: ["reason"])) {
        try EncodedEvent(try event(sample.full, reason: wrong))
      }
    }
  }

  @Test func `clear grounds of an annulment about a person are refused, and named`() throws {
    let fact = Fact.eventAnnulled(
      EventAnnulled(
        event: try EventID("0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5000"),
        entrySubjects: try NonEmpty([try Subject("candidate:P")]),
        grounds: .clear(try FreeText("x"))))
    #expect(throws: ReadingFailure(.wronglySealed, path: ["data", "grounds"])) {
      try EncodedEvent(try event(fact))
    }
  }

  @Test(.tags(.property)) func `random texts are kept to the byte`() throws {
    var random = SeededGenerator(seed: 7)
    let instant = try Instant(Samples.instant)
    for _ in 0..<1000 {
      let text = String.random(using: &random)
      let event = try event(
        .candidacyTransferred(
          CandidacyTransferred(candidacy: try CandidacyID("D"), to: try FreeText(text))))
      let bytes = try EncodedEvent(event).bytes(recordedAt: instant)
      #expect(bytes == Array(Tree(event, recordedAt: Samples.instant).text.utf8))
      guard case .candidacyTransferred(let data) = try envelope(bytes).event.fact else {
        Issue.record("another type came back")
        continue
      }
      #expect(data.to.text.utf8.elementsEqual(text.utf8))
    }
  }
}
