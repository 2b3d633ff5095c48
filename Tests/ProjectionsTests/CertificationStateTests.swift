import Events
import Projections
import Testing

/// A certification with its live figures.
struct CertificationStateTests {
  static func state(_ story: Story, _ day: String) throws -> CertificationState {
    let day = try CalendarDate(day)
    return try #require(
      story.ledger.log.state(on: day, known: story.ledger.end)
        .certification(story.certification, on: day))
  }

  @Test func `a certification is known from its registration, without a candidacy too`() throws {
    var story = try Story()
    let empty = try Self.state(story, "2017-12-31")
    #expect(empty.registration.title.text.isEmpty == false)
    #expect(empty.position.number == 2)
    #expect(empty.candidacies == 0)
    #expect(empty.byStatus.isEmpty)
    try story.enrol("C2", "2018-02-01", candidate: "P2")
    #expect(try Self.state(story, "2018-01-31").candidacies == 1)
    #expect(try Self.state(story, "2018-02-01").candidacies == 2)
    let day = try CalendarDate("2018-02-01")
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    #expect(state.certification(try CertificationCode("unknown"), on: day) == nil)
    #expect(state.certification(try CertificationCode("S"), on: day)?.candidacies == 0)
  }

  @Test func `the policies are those in force on the day, with their basis`() throws {
    var story = try Story()
    try story.windowPolicy(3, from: "2020-01-01", "2019-01-01")
    let before = try Self.state(story, "2019-12-31")
    #expect(before.completionWindow.years?.value == 5)
    #expect(before.completionWindow.basis == .fiche)
    let after = try Self.state(story, "2020-01-01")
    #expect(after.completionWindow.years?.value == 3)
    #expect(after.completionWindow.basis == .policy)
    #expect(after.blockValidity.years == nil)
  }

  @Test func `candidacies are counted by status and pathway, a chain has one window`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.enrol("C2", "2019-02-01", completes: "C1")
    try story.enrol("C3", "2019-02-01", candidate: "P2")
    let state = try Self.state(story, "2019-02-01")
    #expect(state.byStatus == [.continued: 1, .partiallyCertified: 1, .enrolled: 1])
    #expect(state.byPathway == [.continuingTraining: 3])
    #expect(state.openWindows == 1)
    #expect(try Self.state(story, "2024-01-01").openWindows == 1)
    #expect(try Self.state(story, "2024-01-02").openWindows == 0)
  }
}
