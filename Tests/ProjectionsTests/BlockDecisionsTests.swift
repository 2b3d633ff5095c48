import Events
import Projections
import Testing

/// A jury's decisions after a revocation or an appeal: each path.
@Suite struct `Decisions on a block` {
  // MARK: Decided

  @Test func `a decision counts from when it is made`() throws {
    var story = try DecisionStory()
    try story.validate("B1")
    #expect(story.fates == ["B1 J1 validated stands"])
    #expect(story.decisions.all.first?.fateMoment == nil)
    #expect(try story.decisions.isDecided(BlockCode("B1"), by: JuryID("J1")))
    #expect(try !story.decisions.isDecided(BlockCode("B2"), by: JuryID("J1")))
    #expect(try !story.decisions.isDecided(BlockCode("B1"), by: JuryID("J2")))
  }

  @Test func `a block decided twice has two decisions, and both count`() throws {
    var story = try DecisionStory()
    try story.refuse("B1")
    try story.validate("B1")
    #expect(story.fates == ["B1 J1 refused stands", "B1 J1 validated stands"])
  }

  @Test func `the members left out are those of the decision`() throws {
    var story = try DecisionStory()
    try story.validate("B1", without: ["M2", "M3"])
    #expect(story.decisions.all.first?.without.map(\.text) == ["M2", "M3"])
  }

  // MARK: Revoked

  @Test func `of two decisions the later is revoked first, then the earlier`() throws {
    var story = try DecisionStory()
    try story.validate("B1")
    try story.validate("B1")
    try story.revoke("B1")
    #expect(story.fates == ["B1 J1 validated stands", "B1 J1 validated revoked"])
    #expect(story.decisions.all.map { $0.fatePosition?.number } == [nil, 3])
    try story.revoke("B1")
    #expect(story.decisions.all.map { $0.fatePosition?.number } == [4, 3])
    #expect(try !story.decisions.isDecided(BlockCode("B1"), by: JuryID("J1")))
  }

  @Test func `a revocation spares another jury's decision and another block's`() throws {
    var story = try DecisionStory()
    try story.validate("B1", by: "J1")
    try story.validate("B1", by: "J2")
    try story.validate("B2", by: "J1")
    try story.revoke("B1", by: "J1")
    #expect(
      story.fates == [
        "B1 J1 validated revoked", "B1 J2 validated stands", "B2 J1 validated stands",
      ])
  }

  @Test func `a revocation of nothing changes nothing, now or later`() throws {
    var story = try DecisionStory()
    try story.revoke("B1")
    try story.validate("B1")
    #expect(story.fates == ["B1 J1 validated stands"])
  }

  // MARK: Appealed

  @Test func `a decision counts while an appeal against it is pending`() throws {
    var story = try DecisionStory()
    try story.refuse("B1")
    try story.appeal("B1")
    #expect(story.fates == ["B1 J1 refused appealed"])
    #expect(story.decisions.all.map(\.isInForce) == [true])
    #expect(try story.isPending("B1"))
    #expect(try !story.isPending("B2"))
    #expect(try !story.isPending("B1", of: "J2"))
  }

  @Test func `an appeal dismissed upholds the decision, one that succeeds overturns it`() throws {
    var story = try DecisionStory()
    try story.refuse("B1")
    try story.refuse("B2")
    try story.appeal("B1")
    try story.appeal("B2")
    try story.decideAppeal("B1", .stands)
    try story.decideAppeal("B2", .falls)
    #expect(story.fates == ["B1 J1 refused upheld", "B2 J1 refused fallen"])
    #expect(story.decisions.all.map(\.isInForce) == [true, false])
    #expect(story.decisions.all.map { $0.fatePosition?.number } == [5, 6])
    #expect(try !story.isPending("B1") && !story.isPending("B2"))
  }

  @Test func `an outcome is about the decision appealed against, not one made since`() throws {
    var story = try DecisionStory()
    try story.refuse("B1")
    try story.appeal("B1")
    try story.validate("B1")
    try story.decideAppeal("B1", .falls)
    #expect(story.fates == ["B1 J1 refused fallen", "B1 J1 validated stands"])
  }

  @Test func `a decision revoked while its appeal is pending is overturned all the same`() throws {
    var story = try DecisionStory()
    try story.validate("B1")
    try story.appeal("B1")
    try story.revoke("B1")
    #expect(story.fates == ["B1 J1 validated revoked"])
    #expect(try story.isPending("B1"))
    try story.decideAppeal("B1", .falls)
    #expect(story.fates == ["B1 J1 validated fallen"])
    #expect(story.decisions.all.map { $0.fatePosition?.number } == [4])
  }

  @Test func `an appeal dismissed does not bring back a decision revoked meanwhile`() throws {
    var story = try DecisionStory()
    try story.validate("B1")
    try story.appeal("B1")
    try story.revoke("B1")
    try story.decideAppeal("B1", .stands)
    #expect(story.fates == ["B1 J1 validated revoked"])
    #expect(story.decisions.all.map { $0.fatePosition?.number } == [3])
  }

  @Test func `a decision upheld may be appealed against again, or revoked`() throws {
    var story = try DecisionStory()
    try story.refuse("B1")
    try story.appeal("B1")
    try story.decideAppeal("B1", .stands)
    try story.appeal("B1")
    #expect(story.fates == ["B1 J1 refused appealed"])
    try story.decideAppeal("B1", .stands)
    try story.revoke("B1")
    #expect(story.fates == ["B1 J1 refused revoked"])
  }

  @Test func `one outcome answers every appeal pending, about the latest decision`() throws {
    var story = try DecisionStory()
    try story.refuse("B1")
    try story.appeal("B1")
    try story.refuse("B1")
    try story.appeal("B1")
    try story.decideAppeal("B1", .falls)
    #expect(story.fates == ["B1 J1 refused appealed", "B1 J1 refused fallen"])
    #expect(try !story.isPending("B1"))
  }

  // MARK: Against the rules, as a waiver allows

  @Test func `an appeal against nothing is pending, and its outcome changes nothing`() throws {
    for outcome in AppealOutcome.allCases {
      var story = try DecisionStory()
      try story.appeal("B1")
      #expect(try story.isPending("B1"))
      try story.decideAppeal("B1", outcome)
      #expect(try !story.isPending("B1"))
      #expect(story.decisions.all.isEmpty)
    }
  }

  @Test func `an appeal against nothing does not hide one against a decision`() throws {
    var story = try DecisionStory()
    try story.validate("B1")
    try story.appeal("B1")
    try story.revoke("B1")
    try story.appeal("B1")
    try story.validate("B1")
    try story.decideAppeal("B1", .falls)
    #expect(story.fates == ["B1 J1 validated fallen", "B1 J1 validated stands"])
  }

  @Test func `an outcome without an appeal overturns the latest decision in force`() throws {
    var story = try DecisionStory()
    try story.validate("B1")
    try story.validate("B1")
    try story.validate("B1")
    try story.revoke("B1")
    try story.decideAppeal("B1", .falls)
    #expect(
      story.fates == [
        "B1 J1 validated stands", "B1 J1 validated fallen", "B1 J1 validated revoked",
      ])
  }

  @Test func `an outcome that dismisses no appeal changes nothing`() throws {
    var story = try DecisionStory()
    try story.validate("B1")
    try story.decideAppeal("B1", .stands)
    #expect(story.fates == ["B1 J1 validated stands"])
    #expect(story.decisions.all.first?.fatePosition == nil)
  }
}

/// The decisions on one candidacy, one fact a day, at positions 1, 2, 3 …
private struct DecisionStory {
  private(set) var decisions = BlockDecisions()
  private var count = 0
  private let candidacy: CandidacyID

  init() throws { candidacy = try CandidacyID("C1") }

  /// Each decision in one line: block, jury, verdict, `fate`.
  var fates: [String] {
    decisions.all.map { "\($0.block) \($0.jury) \($0.verdict.rawValue) \($0.fate.rawValue)" }
  }

  func isPending(_ block: String, of jury: String = "J1") throws -> Bool {
    decisions.hasPendingAppeal(on: try BlockCode(block), of: try JuryID(jury))
  }

  private mutating func next() throws -> Moment {
    count += 1
    return Moment(
      day: try CalendarDate(2021, 1, 1).adding(days: count), position: Position(Int64(count)))
  }

  mutating func validate(
    _ block: String, by jury: String = "J1", without: [String] = []
  ) throws {
    let members = try without.map { try MemberID($0) }
    decisions.decide(
      BlockValidated(
        jury: try JuryID(jury), candidacy: candidacy, block: try BlockCode(block),
        without: members.isEmpty ? nil : try NonEmpty(members)), try next())
  }

  mutating func refuse(_ block: String, by jury: String = "J1") throws {
    decisions.decide(
      BlockRefused(jury: try JuryID(jury), candidacy: candidacy, block: try BlockCode(block)),
      try next())
  }

  mutating func revoke(_ block: String, by jury: String = "J1") throws {
    decisions.revoke(
      JuryDecisionRevoked(
        jury: try JuryID(jury), candidacy: candidacy, block: try BlockCode(block),
        grounds: try Ledger.sealed()), try next())
  }

  mutating func appeal(_ block: String, by jury: String = "J1") throws {
    decisions.appeal(
      DecisionAppealed(jury: try JuryID(jury), candidacy: candidacy, block: try BlockCode(block)),
      try next())
  }

  mutating func decideAppeal(
    _ block: String, _ outcome: AppealOutcome, by jury: String = "J1"
  ) throws {
    decisions.decideAppeal(
      AppealDecided(
        jury: try JuryID(jury), candidacy: candidacy, block: try BlockCode(block),
        outcome: outcome), try next())
  }
}
