import Events
import Projections
import Testing

/// The declaration of an award to the Caisse des Dépôts.
struct DeclarationTests {
  /// `C1` awarded on this day.
  private func awarded(_ day: String) throws -> Story {
    var story = try Story()
    try story.award(day)
    return story
  }

  @Test(arguments: [
    ("2021-11-30", "2022-02-28"), ("2023-11-30", "2024-02-29"), ("2022-01-15", "2022-04-15"),
  ]) func `three months are counted to the same date, or the month's last day`(
    award: String, lastDay: String
  ) throws {
    let declaration = try #require(try awarded(award).declaration(award))
    #expect(declaration.due?.description == lastDay)
    #expect(declaration.awardedOn.description == award)
  }

  @Test func `nothing is owed for an award before July 2021, though its answers are kept`() throws {
    var story = try awarded("2021-06-30")
    let before = try #require(try story.declaration("2030-01-01"))
    #expect(before.due == nil && !before.isLate && !before.isOutstanding)
    try story.deposit("F1", "2021-07-02")
    try story.answer("F1", .accepted, "2021-07-03")
    #expect(try story.declaration("2030-01-01")?.answer == .accepted)
    #expect(try story.declaration("2030-01-01")?.due == nil)
    let first = try #require(try awarded("2021-07-01").declaration("2021-10-02"))
    #expect(first.due?.description == "2021-10-01" && first.isLate)
  }

  @Test func `a declaration is late the day after the last day, whatever its answer`() throws {
    var story = try awarded("2021-11-30")
    let due = try #require(try story.declaration("2022-02-28"))
    #expect(due.answer == .notDeposited && !due.isLate && due.isOutstanding)
    #expect(due.flow == nil)
    #expect(due.position == story.ledger.end)
    #expect(due.since.description == "2021-11-30")
    #expect(try story.declaration("2022-03-01")?.isLate == true)
    #expect(try story.declaration("2022-03-01")?.answer == .notDeposited)
    try story.deposit("F1", "2022-03-02")
    let deposited = try #require(try story.declaration("2022-03-02"))
    #expect(deposited.answer == .deposited && deposited.isLate)
    #expect(deposited.flow?.text == "F1")
    try story.answer("F1", .rejected, "2022-03-03")
    let rejected = try #require(try story.declaration("2022-03-03"))
    #expect(rejected.answer == .rejected && rejected.isLate)
    try story.answer("F1", .accepted, "2022-03-04")
    let accepted = try #require(try story.declaration("2022-03-04"))
    #expect(accepted.answer == .accepted && accepted.isLate && !accepted.isOutstanding)
  }

  @Test func `an acceptance on the last day is in time, and is never late afterwards`() throws {
    var story = try awarded("2022-01-15")
    try story.deposit("F1", "2022-02-01")
    try story.answer("F1", .accepted, "2022-04-15")
    #expect(try story.declaration("2022-04-14")?.answer == .deposited)
    #expect(try story.declaration("2030-01-01")?.isLate == false)
    try story.answer("F1", .rejected, "2022-06-01")
    #expect(try story.declaration("2022-06-01")?.answer == .rejected)
    #expect(try story.declaration("2030-01-01")?.isLate == false)
  }

  @Test func `an acceptance rejected within the three months is late after them`() throws {
    var story = try awarded("2022-01-15")
    try story.deposit("F1", "2022-02-01")
    try story.answer("F1", .accepted, "2022-02-02")
    try story.answer("F1", .rejected, "2022-04-15")
    #expect(try story.declaration("2022-04-14")?.answer == .accepted)
    #expect(try story.declaration("2022-04-16")?.isLate == true)
  }

  @Test func `a declaration may be rejected, sent again, then accepted`() throws {
    var story = try awarded("2022-01-15")
    try story.deposit("F1", "2022-02-01")
    try story.answer("F1", .rejected, "2022-02-03")
    try story.deposit("F2", "2022-02-05")
    try story.answer("F2", .accepted, "2022-02-07")
    #expect(try story.declaration("2022-02-02")?.answer == .deposited)
    #expect(try story.declaration("2022-02-04")?.answer == .rejected)
    #expect(try story.declaration("2022-02-04")?.flow?.text == "F1")
    #expect(try story.declaration("2022-02-06")?.answer == .deposited)
    #expect(try story.declaration("2022-02-06")?.flow?.text == "F2")
    let accepted = try #require(try story.declaration("2022-04-16"))
    #expect(accepted.answer == .accepted && !accepted.isLate)
    #expect(accepted.since.description == "2022-02-07")
    #expect(accepted.position == story.ledger.end)
  }

  @Test func `the same flow may be sent again after a rejection, not after an acceptance`() throws {
    var story = try awarded("2022-01-15")
    try story.deposit("F1", "2022-02-01")
    try story.answer("F1", .rejected, "2022-02-03")
    try story.deposit("F1", "2022-02-05")
    try story.answer("F1", .accepted, "2022-02-07")
    try story.deposit("F1", "2022-02-09")
    #expect(try story.declaration("2022-02-05")?.answer == .deposited)
    #expect(try story.declaration("2022-02-09")?.answer == .accepted)
    #expect(try story.declaration("2022-02-09")?.since.description == "2022-02-07")
  }

  @Test func `one flow accepted is enough, whatever the answer to another`() throws {
    var story = try awarded("2022-01-15")
    try story.deposit("F1", "2022-02-01")
    try story.deposit("F2", "2022-02-02")
    try story.answer("F1", .accepted, "2022-02-03")
    try story.answer("F2", .rejected, "2022-02-04")
    #expect(try story.declaration("2022-02-04")?.answer == .accepted)
    #expect(try story.declaration("2022-02-04")?.flow?.text == "F1")
    try story.answer("F1", .rejected, "2022-02-05")
    #expect(try story.declaration("2022-02-05")?.answer == .rejected)
  }

  @Test func `an answer counts though its deposit was not recorded, until it is annulled`() throws {
    var story = try awarded("2022-01-15")
    let answer = try story.answer("F1", .accepted, "2022-02-03")
    #expect(try story.declaration("2022-02-03")?.answer == .accepted)
    try story.annul(answer, "2022-02-04")
    #expect(try story.declaration("2022-02-03")?.answer == .notDeposited)
  }

  @Test func `a deposit of the award's day declares it, an earlier one does not`() throws {
    var story = try Story()
    try story.deposit("F1", "2022-01-15")
    try story.award("2022-01-15")
    #expect(try story.declaration("2022-01-15")?.answer == .deposited)
    var early = try Story()
    try early.deposit("F1", "2022-01-14")
    try early.award("2022-01-15")
    #expect(try early.declaration("2022-01-15")?.answer == .notDeposited)
  }

  @Test func `without an award in force nothing is due; a new award is declared anew`() throws {
    var story = try Story()
    try story.award("2022-01-15")
    try story.deposit("F1", "2022-02-01")
    try story.revokeAward("2022-02-10")
    try story.award("2022-03-01")
    try story.answer("F1", .accepted, "2022-03-02")
    #expect(try story.declaration("2017-12-31") == nil)
    #expect(try story.declaration("2022-01-14") == nil)
    #expect(try story.declaration("2022-02-10") == nil)
    let anew = try #require(try story.declaration("2022-03-02"))
    #expect(anew.answer == .notDeposited)
    #expect(anew.due?.description == "2022-06-01")
    #expect(try story.state("2022-03-02").declaration == anew)
  }
}
