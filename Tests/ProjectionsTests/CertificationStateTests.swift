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

  @Test func `a jury of the framework has its own basis until a policy changes it`() throws {
    let story = try Story()
    let day = try CalendarDate("2020-01-01")
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    let social = try #require(state.certification(try CertificationCode("3474"), on: day))
    #expect(social.juries.map(\.pathway) == [.continuingTraining, .individual, .experience])
    #expect(social.juries.allSatisfy { $0.basis == .policy && $0.roles.count == 3 })
    let open = social.registration.pathways.elements.filter(\.open)
    #expect(open.allSatisfy { $0.basis == .fiche })
    let other = try #require(state.certification(try CertificationCode("RNCP38052"), on: day))
    #expect(other.juries.allSatisfy { $0.basis == .fiche })
  }

  @Test func `successions are told of both versions, from their day`() throws {
    var story = try Story()
    let (old, new) = (try CertificationCode("3474"), try CertificationCode("RNCP38052"))
    let pair = Correspondence(from: try BlockCode("3474D1"), to: try BlockCode("RNCP38052BC02"))
    story.ledger.record(
      .certificationSuperseded(
        CertificationSuperseded(
          certification: old, by: new, correspondences: try NonEmpty([pair]))),
      on: try CalendarDate("2021-03-01"))
    let (before, after) = (try CalendarDate("2021-02-28"), try CalendarDate("2021-03-01"))
    let end = story.ledger.end
    for code in [old, new] {
      let earlier = story.ledger.log.state(on: before, known: end)
      #expect(earlier.certification(code, on: before)?.successions == [])
      let later = story.ledger.log.state(on: after, known: end)
      let successions = try #require(later.certification(code, on: after)).successions
      #expect(successions.map(\.certification) == [old] && successions.map(\.by) == [new])
      #expect(successions.map(\.correspondences) == [[pair]])
      #expect(successions.map(\.on) == [after] && successions.map(\.position) == [end])
    }
    let state = story.ledger.log.state(on: after, known: end)
    let table = try #require(state.correspondences(of: old, with: new))
    #expect(!table.isFromOther)
    #expect(table.blocks.map(\.others) == [[try BlockCode("RNCP38052BC02")], [], [], []])
    let reversed = try #require(state.correspondences(of: new, with: old))
    #expect(reversed.isFromOther)
    #expect(reversed.blocks.map(\.others) == [[], [try BlockCode("3474D1")], [], []])
    #expect(state.correspondences(of: old, with: try CertificationCode("unknown")) == nil)
  }
}
