import Events
import Projections
import Testing

/// Each state of a block.
struct BlockTests {
  @Test func `a block is missing, then assessed by the latest assessment of each competency`()
    throws
  {
    var story = try Story("S")
    func assessment(_ results: [(String, AssessmentOutcome)]) throws -> Fact {
      .competencyAssessed(
        CompetencyAssessed(
          candidacy: try CandidacyID("C1"), modality: .file,
          results: try NonEmpty(
            results.map {
              AssessedCompetency(competency: try CompetencyCode($0.0), outcome: $0.1)
            })))
    }
    try story.record("2019-01-01", assessment([("SB1-C1", .acquired), ("SB1-C2", .acquired)]))
    try story.record("2019-01-02", assessment([("SB1-C1", .notAcquired)]))
    try story.record("2019-01-03", assessment([("SB1-C2", .notAcquired)]))
    #expect(try story.block(1, "2018-12-31").status == .missing)
    #expect(try story.block(1, "2019-01-01").acquired == 2)
    #expect(try story.block(1, "2019-01-02").acquired == 1)
    #expect(try story.block(1, "2019-01-02").status == .assessed)
    #expect(try story.block(1, "2019-01-03").status == .missing)
    #expect(try story.block(1, "2019-01-03").since == nil)
  }

  @Test func `a refused block may be validated by another jury`() throws {
    var story = try Story()
    try story.refuse(1, "2019-01-01")
    try story.validate(1, "2019-02-01", by: "J2")
    #expect(try story.block(1, "2019-01-01").status == .refused)
    let block = try story.block(1, "2019-02-01")
    #expect(block.status == .validated)
    #expect(block.jury?.text == "J2")
    #expect(block.position == story.ledger.end)
  }

  @Test func `a later refusal does not undo a block held`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.refuse(1, "2019-02-01", by: "J2")
    #expect(try story.block(1, "2019-02-01").since == CalendarDate("2019-01-01"))
  }

  @Test func `of two decisions that validate a block, the earliest in force counts`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.validate(1, "2019-02-01", by: "J2")
    try story.revoke(1, "2019-03-01")
    #expect(try story.block(1, "2019-02-28").since == CalendarDate("2019-01-01"))
    #expect(try story.block(1, "2019-03-01").since == CalendarDate("2019-02-01"))
  }

  @Test func `a revoked validation is shown with the day of the revocation`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.revoke(1, "2019-02-01")
    let block = try story.block(1, "2019-02-01")
    #expect(block.status == .revoked)
    #expect(try block.since == CalendarDate("2019-02-01"))
    #expect(block.position == story.ledger.end)
    try story.refuse(1, "2019-03-01", by: "J2")
    #expect(try story.block(1, "2019-03-01").status == .refused)
  }

  @Test func `a revoked refusal counts for nothing`() throws {
    var story = try Story()
    try story.refuse(1, "2019-01-01")
    try story.revoke(1, "2019-02-01")
    #expect(try story.block(1, "2019-02-01").status == .missing)
    #expect(try story.status("2019-02-01") == .enrolled)
  }

  @Test func `a decision overturned on appeal counts for nothing`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.appeal(1, "2019-02-01")
    try story.settle(1, "2019-03-01", .falls)
    #expect(try story.block(1, "2019-02-28").status == .validated)
    #expect(try story.block(1, "2019-03-01").status == .missing)
    #expect(try story.window("2019-03-01").status == .none)
  }

  @Test func `a decision upheld on appeal stays in force`() throws {
    var story = try Story()
    try story.refuse(1, "2019-01-01")
    try story.appeal(1, "2019-02-01")
    try story.settle(1, "2019-03-01", .stands)
    #expect(try story.block(1, "2019-03-01").status == .refused)
  }

  @Test func `an appeal is against the decision of its day, not one made since`() throws {
    var story = try Story()
    try story.refuse(1, "2019-01-01")
    try story.appeal(1, "2019-02-01")
    try story.validate(1, "2019-02-15")
    try story.settle(1, "2019-03-01", .falls)
    #expect(try story.block(1, "2019-03-01").status == .validated)
  }

  @Test func `a block is recognised from its day, and revoked with its recognition`() throws {
    var story = try Story()
    try story.recognise(1, "2019-01-01", validatedOn: "2010-01-01")
    #expect(try story.block(1, "2019-01-01").status == .recognised)
    #expect(try story.block(1, "2019-01-01").since == CalendarDate("2019-01-01"))
    #expect(try story.block(1, "2019-01-01").jury == nil)
    try story.record(
      "2019-02-01",
      .recognitionRevoked(
        RecognitionRevoked(
          candidacy: try CandidacyID("C1"), block: story.blocks[0],
          grounds: try Ledger.sealed())))
    #expect(try story.block(1, "2019-02-01").status == .revoked)
  }

  @Test func `a block is held on the last day of its validity, and expired the day after`() throws {
    var story = try Story("S")
    try story.validate(1, "2020-02-29")
    #expect(try story.block(1, "2022-02-28").status == .validated)
    let expired = try story.block(1, "2022-03-01")
    #expect(expired.status == .expired)
    #expect(try expired.since == CalendarDate("2022-03-01"))
    #expect(expired.jury?.text == "J1")
    #expect(try story.status("2022-03-01") == .enrolled)
  }

  @Test func `a recognised block is valid from the day of the decision it goes back to`() throws {
    var story = try Story("S")
    try story.validate(1, "2019-01-01")
    try story.enrol("C2", "2020-01-01")
    try story.recognise(1, "2020-06-01", in: "C2", from: "C1")
    #expect(try story.block(1, "2021-01-01", of: "C2").status == .recognised)
    #expect(try story.block(1, "2021-01-02", of: "C2").status == .expired)
  }

  @Test func `a recognition goes back through the candidacies its source completes`() throws {
    var story = try Story("S")
    try story.validate(1, "2019-01-01")
    try story.enrol("C2", "2019-06-01", completes: "C1")
    try story.enrol("C3", "2020-06-01")
    try story.recognise(1, "2020-06-01", in: "C3", from: "C2")
    #expect(try story.block(1, "2021-01-01", of: "C3").status == .recognised)
    #expect(try story.block(1, "2021-01-02", of: "C3").status == .expired)
  }

  @Test func `an annulled annulment puts the entry back in force`() throws {
    var story = try Story()
    let decision = try story.validate(1, "2019-01-01")
    let first = try story.annul(decision, "2025-01-01")
    #expect(try story.block(1, "2019-01-01").status == .missing)
    let second = try story.annul(first, "2025-01-02")
    #expect(try story.block(1, "2019-01-01").status == .validated)
    try story.annul(second, "2025-01-03")
    #expect(try story.block(1, "2019-01-01").status == .missing)
  }
}
