import Catalogue
import Demonstration
import EventLog
import Events
import Projections
import Recording
import Testing

struct HistoryTests {
  /// The demonstration, in memory.
  private func demonstration(events: Int) throws -> TestLedger {
    let ledger = try TestLedger()
    var door = ledger.door()
    let lines = try Demonstration(events: events, seed: 7).lines
    _ = try door.record(
      lines.enumerated().map { try DoorLine($0.element.value, number: $0.offset + 1) })
    return ledger
  }

  @Test func `the events of one candidacy answer as the whole log does`() throws {
    let ledger = try demonstration(events: 900)
    let last = try ledger.log.head().last
    for (day, known) in [
      ("2021-06-30", last), ("2022-06-15", last), ("2022-06-16", Position(400)),
      ("2024-10-10", Position(700)), ("2026-06-30", last),
    ] {
      let day = try CalendarDate(day)
      let replay = try Replay(on: day, known: known, in: ledger.log)
      for id in replay.state.candidacies {
        let alone = try CandidacyHistory(of: id, known: known, in: ledger.log).state(on: day)
        #expect(alone == replay.state.candidacy(id, on: day), "\(id) on \(day)")
      }
    }
  }

  @Test func `the digest of a replay does not change, and does with one more fact`() throws {
    let ledger = try demonstration(events: 400)
    let known = try ledger.log.head().last
    let first = try Replay(on: nil, known: known, in: ledger.log).digest()
    #expect(try Replay(on: nil, known: known, in: ledger.log).digest() == first)
    _ = try ledger.record(Lines.enrolment())
    #expect(try Replay(on: nil, known: known, in: ledger.log).digest() == first)
    let more = try ledger.log.head().last
    #expect(try Replay(on: nil, known: more, in: ledger.log).digest() != first)
  }

  @Test func `what was known at an instant is found by its instant`() throws {
    let ledger = try demonstration(events: 300)
    var last: (Position, Instant)?
    try ledger.log.read(EventQuery()) { stored in
      let envelope = try stored.envelope()
      last = (envelope.position, envelope.recordedAt)
    }
    let (position, instant) = try #require(last)
    #expect(try ledger.log.position(knownAt: instant) == position)
    let before = try Instant(microseconds: instant.microseconds - 1)
    #expect(try ledger.log.position(knownAt: before) < position)
    #expect(try ledger.log.position(knownAt: .epoch) == .zero)
  }
}
