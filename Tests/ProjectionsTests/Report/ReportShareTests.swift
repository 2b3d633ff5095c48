import Events
import Projections
import Testing

/// The share certified at the first presentation, the delay before it, and the waivers.
struct ReportShareTests {
  private func certify(_ id: String, _ day: String, in story: inout Story) throws {
    try story.validateAll(day, in: id)
    try story.award(day, in: id)
  }

  @Test func `the base is who was presented for the first time in the period`() throws {
    var story = try Story()
    try story.enrol("C2", "2018-01-01", candidate: "P2")
    try story.enrol("C3", "2018-01-01", candidate: "P3")
    try certify("C1", "2019-02-01", in: &story)
    try story.refuse(1, "2019-02-01", by: "J1", in: "C2")
    try story.refuse(1, "2019-01-31", by: "J0", in: "C3")
    try certify("C3", "2019-02-28", in: &story)
    let share = try story.report("2019-02").firstPresentation
    #expect(share == Share(1, of: 2) && share.percent == 50)
    #expect(try story.report("2019-03").firstPresentation.percent == nil)
    #expect(try story.report("2019").firstPresentation == Share(1, of: 3))
  }

  @Test func `a person counts once, under every id and candidacy`() throws {
    var story = try Story()
    try story.refuse(1, "2018-06-01")
    try story.enrol("C2", "2019-01-01", candidate: "P2")
    try certify("C2", "2019-02-01", in: &story)
    #expect(try story.report("2019-02").firstPresentation == Share(1, of: 1))
    try story.merge("P2", into: "P1", "2019-03-01")
    #expect(try story.report("2019-02").firstPresentation == Share(0, of: 0))
  }

  @Test func `who was presented in the candidacy completed is not new`() throws {
    var story = try Story()
    try story.validate(1, "2018-06-01")
    try story.enrol("C2", "2019-01-01", completes: "C1", candidate: "P2")
    try certify("C2", "2019-02-01", in: &story)
    #expect(try story.report("2019-02").firstPresentation == Share(0, of: 0))
    #expect(try story.report("2018-06").firstPresentation == Share(0, of: 1))
  }

  @Test(arguments: [(1, 8, 13), (3, 8, 38), (2, 3, 67), (34, 48, 71), (0, 5, 0)])
  func `a share is whole percent, rounded half up`(count: Int, base: Int, percent: Int) {
    #expect(Share(count, of: base).percent == percent)
  }

  @Test func `the delay runs from the first favourable decision to the first jury`() throws {
    var story = try Story(by: .experience)
    #expect(try story.report("2019-02").admissibilityToJury.medianDays == nil)
    try story.admit(false, "2018-12-01")
    try story.admit(true, "2019-01-01")
    try story.admit(true, "2019-01-20")
    try story.refuse(1, "2019-02-01")
    let delay = try story.report("2019-02").admissibilityToJury
    #expect(delay.medianDays == 31 && delay.base == 1)
    try story.refuse(1, "2019-03-01", by: "J2")
    #expect(try story.report("2019-03").admissibilityToJury.base == 0)
  }

  @Test func `the median of an even number is the mean of the two in the middle`() throws {
    var story = try Story(by: .experience)
    for (number, day) in ["2019-01-30", "2019-01-20", "2019-01-31", "2019-01-21"].enumerated() {
      let id = "D\(number)"
      try story.enrol(id, "2018-01-01", candidate: "P-\(id)", by: .experience)
      try story.record(
        day,
        .admissibilityDecided(
          AdmissibilityDecided(candidacy: try CandidacyID(id), admissible: true)))
      try story.refuse(1, "2019-02-01", by: "J1", in: id)
    }
    // 1, 2, 11 and 12 days: 6.5, rounded half up.
    let delay = try story.report("2019-02").admissibilityToJury
    #expect(delay.medianDays == 7 && delay.base == 4)
  }

  @Test func `a waiver counts by the day of its entry, unless that is annulled`() throws {
    var story = try Story()
    let recorder = try RecorderID("officer:2")
    func waive(_ number: UInt64, _ day: String, in story: inout Story) throws -> EventID {
      let id = EventID(high: 9, low: number)
      story.ledger.log.append(
        Envelope(
          position: Position(Int64(story.ledger.log.count) + 1), recordedAt: .epoch,
          event: Event(
            id: id, occurredOn: try CalendarDate(day), recordedBy: recorder,
            waives: try NonEmpty([try RuleID("R07")]),
            fact: .blockValidated(
              BlockValidated(
                jury: try JuryID("J1"), candidacy: try CandidacyID("C1"),
                block: story.blocks[0])))))
      return id
    }
    _ = try waive(1, "2019-01-31", in: &story)
    let id = try waive(2, "2019-02-01", in: &story)
    let waivers = try story.report("2019-02").waivers
    #expect(waivers.map(\.day.description) == ["2019-02-01"])
    #expect(waivers.first?.recordedBy == recorder)
    #expect(waivers.first?.rules.map(\.description) == ["R07"])
    #expect(waivers.first?.candidacy?.text == "C1")
    #expect(try story.report("2019-02", of: "RNCP38052").waivers.isEmpty)
    try story.annul(id, "2019-02-02")
    #expect(try story.report("2019-02").waivers.isEmpty)
  }
}
