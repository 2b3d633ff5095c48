import EventSamples
import Events
import Projections
import Testing

/// The order of every fold, and what is read before one.
@Suite struct `Fold order` {
  @Test func `events are folded by day, then by position`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-02")
    try story.validate(2, "2019-03-01")
    try story.validate(3, "2019-03-02")
    try story.validate(4, "2019-03-01")
    let last = Array(story.ledger.log.suffix(4))
    let positions = last.map(\.position)
    #expect(
      last.reversed().inFoldOrder.map(\.position)
        == [positions[1], positions[3], positions[0], positions[2]])
  }

  @Test func `timeless facts are read from the types that declare it`() throws {
    let timeless = try Samples.all().filter { type(of: $0.full.payload).isTimeless }
    #expect(Set(timeless.map(\.type)) == Set(TimelessFacts.types))
    #expect(TimelessFacts.types.count == timeless.count)
  }

  @Test func `a waived entry is listed at any place among the day's entries`() throws {
    var story = try Story()
    let day = try CalendarDate("2018-05-01")
    let candidacy = try CandidacyID("C2")
    let recorder = try RecorderID("officer:1")
    let fact = Fact.selectionTestTaken(SelectionTestTaken(candidacy: candidacy, passed: true))
    let event = Event(
      id: EventID(high: 2, low: 1), occurredOn: day, recordedBy: recorder,
      waives: try NonEmpty([RuleID("R10")]), fact: fact)
    let position = Position(story.ledger.end.number + 1)
    story.ledger.log.append(Envelope(position: position, recordedAt: .epoch, event: event))
    try story.enrol("C2", "2018-05-01", candidate: "P2")
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    #expect(state.candidacy(candidacy, on: day)?.waivers.map(\.position) == [position])
  }
}
