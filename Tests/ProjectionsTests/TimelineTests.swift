import Events
import Projections
import Testing

/// What each event of a candidacy changed.
struct TimelineTests {
  static func entries(_ story: Story, of id: String = "C1") throws -> [TimelineEntry] {
    let known = story.ledger.end
    return Timeline.entries(
      of: try CandidacyID(id), in: story.ledger.log.counted(on: .last, known: known),
      timeless: story.ledger.log.timeless(known))
  }

  @Test func `each event is listed with the status before and after it`() throws {
    var story = try Story()
    try story.summon("2019-01-01")
    try story.validate(1, "2019-02-01")
    try story.extend("2025-06-30", "2023-01-01")
    let entries = try Self.entries(story)
    #expect(
      entries.map(\.type) == [
        .candidateEnrolled, .candidateSummoned, .blockValidated, .completionWindowExtended,
      ])
    #expect(entries.map(\.statusBefore) == [nil, .enrolled, .awaitingJury, .partiallyCertified])
    #expect(
      entries.map(\.statusAfter)
        == [.enrolled, .awaitingJury, .partiallyCertified, .partiallyCertified])
    #expect(entries[2].blocks.map(\.code) == [story.blocks[0]])
    #expect(entries[2].blocks.map(\.before) == [.missing])
    #expect(entries[2].blocks.map(\.after) == [.validated])
    #expect(entries[2].lastDayBefore == nil)
    #expect(try entries[2].lastDayAfter == CalendarDate("2024-02-01"))
    #expect(try entries[3].lastDayBefore == CalendarDate("2024-02-01"))
    #expect(try entries[3].lastDayAfter == CalendarDate("2025-06-30"))
    #expect(entries[3].blocks.isEmpty)
  }

  @Test func `a late entry is listed on its day, not where it was recorded`() throws {
    var story = try Story()
    try story.validate(1, "2019-02-01")
    try story.refuse(2, "2019-01-01")
    let entries = try Self.entries(story)
    #expect(entries.map(\.type) == [.candidateEnrolled, .blockRefused, .blockValidated])
    #expect(entries.map(\.statusAfter) == [.enrolled, .refused, .partiallyCertified])
  }

  @Test func `a jury annulled is listed where it changed the candidacy, though it names none`()
    throws
  {
    var story = try Story()
    try story.convene()
    try story.summon("2018-04-01")
    try story.hold("2018-06-01", ["M1", "M2", "M3"])
    try story.validate(1, "2018-06-01")
    try story.annul(jury: "J1", "2018-07-01")
    let last = try #require(try Self.entries(story).last)
    #expect(last.type == .juryAnnulled)
    #expect(last.statusBefore == .partiallyCertified)
    #expect(last.statusAfter == .enrolled)
    #expect(last.blocks.map(\.after) == [.missing])
    try story.annul(jury: "J2", "2018-07-02")
    #expect(try Self.entries(story).last == last)
  }

  @Test func `an annulled event is listed and changes nothing, nor does its annulment`() throws {
    var story = try Story()
    let mistake = try story.validate(1, "2019-02-01")
    try story.record(
      "2019-03-01",
      .eventAnnulled(
        EventAnnulled(
          event: mistake, entrySubjects: try NonEmpty([.candidacy(CandidacyID("C1"))]),
          grounds: .clear(try FreeText("x")))))
    let entries = try Self.entries(story)
    #expect(entries.map(\.annulled) == [false, true, false])
    #expect(entries.map(\.statusAfter) == [.enrolled, .enrolled, .enrolled])
    #expect(entries.allSatisfy { $0.blocks.isEmpty })
  }

  @Test func `what time alone changes is attributed to no event`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.summon("2024-01-02")
    let entries = try Self.entries(story)
    #expect(entries[2].statusBefore == .lapsed)
    #expect(entries[2].statusAfter == .lapsed)
  }

  @Test func `the enrolment that completes a candidacy is in both timelines`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.enrol("C2", "2019-02-01", completes: "C1")
    #expect(try Self.entries(story).last?.statusBefore == .partiallyCertified)
    #expect(try Self.entries(story).last?.statusAfter == .continued)
    let later = try Self.entries(story, of: "C2")
    #expect(later.map(\.blocks.count) == [1])
    #expect(later.first?.blocks.first?.before == .missing)
    #expect(later.first?.blocks.first?.after == .recognised)
  }

  @Test func `the status before and after an event is that of a fold up to it`() throws {
    var compared = 0
    for seed in Properties.seeds.prefix(60) {
      let history = try RandomHistory(seed: seed)
      let (log, known) = (history.ledger.log, history.ledger.end)
      let (ordered, timeless) = (log.counted(on: .last, known: known), log.timeless(known))
      let id = try RandomHistory.candidacy(Int(seed % 3))
      for entry in Timeline.entries(of: id, in: ordered, timeless: timeless) {
        let index = try #require(ordered.firstIndex { $0.position == entry.position })
        var state = LedgerState(timeless)
        for envelope in ordered[..<index] { state.apply(envelope) }
        #expect(state.candidacy(id, on: entry.day)?.status == entry.statusBefore)
        state.apply(ordered[index])
        let after = state.candidacy(id, on: entry.day)
        #expect(after?.status == entry.statusAfter)
        #expect(after?.window.lastDay == entry.lastDayAfter)
        if entry.annulled { #expect(entry.statusBefore == entry.statusAfter) }
        compared += 1
      }
    }
    #expect(compared > 300)
  }
}
