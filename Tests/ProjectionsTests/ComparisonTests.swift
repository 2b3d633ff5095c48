import Events
import Projections
import Testing

/// How serious a change is, and the order in which changes are shown.
@Suite struct ComparisonTests {
  private func compared(
    _ before: Story, _ after: Story, _ day: String = "2024-06-30"
  ) throws -> LedgerComparison {
    let on = try CalendarDate(day)
    return LedgerComparison(
      before.ledger.log.state(on: on, known: before.ledger.end),
      after.ledger.log.state(on: on, known: after.ledger.end), on: on)
  }

  private func gravities(_ comparison: LedgerComparison) -> [String: ChangeGravity] {
    Dictionary(
      comparison.changes.map { ($0.field.description, $0.gravity) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `an equal state has no change`() throws {
    let story = try Story()
    let comparison = try compared(story, story)
    #expect(comparison.changes.isEmpty)
    #expect(comparison.candidacyCount == 1)
    #expect(comparison.unchangedCertifications == comparison.certificationCount)
  }

  @Test func `a block lost and an award to review come before what is better`() throws {
    var story = try Story()
    try story.validateAll("2024-01-15")
    try story.award("2024-01-15")
    let before = story
    let validation = try #require(
      story.ledger.log.first { $0.event.fact.type == .blockValidated }?.event.id)
    try story.annul(validation, "2024-02-01")
    let changed = try #require(try compared(before, story).candidacies.first)
    #expect(changed.changes.first?.gravity == .lost)
    let gravities = try gravities(compared(before, story))
    #expect(gravities["toReview"] == .lost)
    #expect(gravities["window"] == .worsened)
    #expect(gravities["status"] == nil)
    #expect(gravities.values.contains(.lost))
    let back = try self.gravities(compared(story, before))
    #expect(back["toReview"] == .improved)
    #expect(!back.values.contains(.lost))
  }

  @Test func `an award annulled is lost, an award made is better`() throws {
    var story = try Story()
    try story.validateAll("2024-01-15")
    let before = story
    try story.award("2024-01-15")
    #expect(try gravities(compared(before, story))["status"] == .improved)
    #expect(try gravities(compared(story, before))["status"] == .lost)
    #expect(try gravities(compared(story, before))["statistics.2024"] == .figures)
  }

  @Test func `a candidacy that is no longer known is lost if it held a block`() throws {
    let enrolled = try Story()
    var nobody = enrolled
    nobody.ledger.log.removeLast()
    var holder = enrolled
    try holder.validate(1, "2024-01-15")
    #expect(try gravities(compared(nobody, enrolled))["known"] == .improved)
    #expect(try gravities(compared(enrolled, nobody))["known"] == .worsened)
    #expect(try gravities(compared(holder, nobody))["known"] == .lost)
  }

  @Test func `a merge changes the person, and a death is told`() throws {
    var story = try Story()
    let before = story
    try story.merge("P1", into: "P9", "2024-01-15")
    try story.die("P9", "2024-01-20")
    let changes = try compared(before, story).changes
    let person = try #require(changes.first { $0.field == .member("candidate") })
    #expect(person.before == "P1" && person.after == "P9" && person.gravity == .altered)
    #expect(changes.contains { $0.field == .member("deceasedOn") && $0.after == "2024-01-20" })
  }

  @Test func `subjects come by their most serious change`() throws {
    let (one, two) = (
      Subject.candidacy(try CandidacyID("D1")), Subject.candidacy(try CandidacyID("D2"))
    )
    let changes = [
      StateChange(one, .member("window"), .null, 1, .worsened),
      StateChange(two, .member("pathway"), .null, 1, .altered),
      StateChange(two, .member("status"), .null, 1, .lost),
    ].worstFirst
    #expect(changes.map(\.gravity) == [.lost, .altered, .worsened])
  }
}
