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
    ("2021-11-30", "2022-02-28"), ("2023-11-30", "2024-02-29"), ("2021-01-15", "2021-04-15"),
  ]) func `three months are counted to the same date, or the month's last day`(
    award: String, lastDay: String
  ) throws {
    let declaration = try #require(try awarded(award).declaration(award))
    #expect(declaration.lastDay.description == lastDay)
    #expect(declaration.awardedOn.description == award)
  }

  @Test func `a declaration is due through the last day, and overdue the day after`() throws {
    let story = try awarded("2021-11-30")
    let due = try #require(try story.declaration("2022-02-28"))
    #expect(due.status == .due)
    #expect(due.flow == nil)
    #expect(due.position == story.ledger.end)
    #expect(due.since.description == "2021-11-30")
    let overdue = try #require(try story.declaration("2022-03-01"))
    #expect(overdue.status == .overdue)
    #expect(overdue.position == story.ledger.end)
    #expect(overdue.since.description == "2022-03-01")
  }

  @Test func `a declaration deposited and unanswered is overdue once the last day is past`() throws
  {
    var story = try awarded("2021-11-30")
    try story.deposit("F1", "2022-02-01")
    let declared = try #require(try story.declaration("2022-02-28"))
    #expect(declared.status == .declared)
    #expect(declared.flow?.text == "F1")
    #expect(declared.position == story.ledger.end)
    let overdue = try #require(try story.declaration("2022-03-01"))
    #expect(overdue.status == .overdue)
    #expect(overdue.flow?.text == "F1")
    #expect(overdue.position == story.ledger.end)
  }

  @Test func `a declaration may be rejected, sent again, then accepted`() throws {
    var story = try awarded("2021-01-15")
    try story.deposit("F1", "2021-02-01")
    try story.answer("F1", .rejected, "2021-02-03")
    try story.deposit("F2", "2021-02-05")
    try story.answer("F2", .accepted, "2021-02-07")
    #expect(try story.declaration("2021-02-02")?.status == .declared)
    #expect(try story.declaration("2021-02-04")?.status == .rejected)
    #expect(try story.declaration("2021-02-04")?.flow?.text == "F1")
    #expect(try story.declaration("2021-02-06")?.status == .declared)
    #expect(try story.declaration("2021-02-06")?.flow?.text == "F2")
    let accepted = try #require(try story.declaration("2021-04-16"))
    #expect(accepted.status == .accepted)
    #expect(accepted.since.description == "2021-02-07")
    #expect(accepted.position == story.ledger.end)
  }

  @Test func `a rejected declaration not sent again is overdue, one accepted late is accepted`()
    throws
  {
    var story = try awarded("2021-01-15")
    try story.deposit("F1", "2021-02-01")
    try story.answer("F1", .rejected, "2021-02-03")
    try story.answer("F1", .accepted, "2021-05-01")
    #expect(try story.declaration("2021-04-15")?.status == .rejected)
    #expect(try story.declaration("2021-04-16")?.status == .overdue)
    #expect(try story.declaration("2021-05-01")?.status == .accepted)
    #expect(try story.declaration("2021-05-01")?.since.description == "2021-05-01")
  }

  @Test func `the same flow may be sent again after a rejection, not after an acceptance`() throws {
    var story = try awarded("2021-01-15")
    try story.deposit("F1", "2021-02-01")
    try story.answer("F1", .rejected, "2021-02-03")
    try story.deposit("F1", "2021-02-05")
    try story.answer("F1", .accepted, "2021-02-07")
    try story.deposit("F1", "2021-02-09")
    #expect(try story.declaration("2021-02-05")?.status == .declared)
    #expect(try story.declaration("2021-02-09")?.status == .accepted)
    #expect(try story.declaration("2021-02-09")?.since.description == "2021-02-07")
  }

  @Test func `one flow accepted is enough, whatever the answer to another`() throws {
    var story = try awarded("2021-01-15")
    try story.deposit("F1", "2021-02-01")
    try story.deposit("F2", "2021-02-02")
    try story.answer("F1", .accepted, "2021-02-03")
    try story.answer("F2", .rejected, "2021-02-04")
    #expect(try story.declaration("2021-02-04")?.status == .accepted)
    #expect(try story.declaration("2021-02-04")?.flow?.text == "F1")
  }

  @Test func `an answer counts though its deposit was not recorded, until it is annulled`() throws {
    var story = try awarded("2021-01-15")
    let answer = try story.answer("F1", .accepted, "2021-02-03")
    #expect(try story.declaration("2021-02-03")?.status == .accepted)
    try story.annul(answer, "2021-02-04")
    #expect(try story.declaration("2021-02-03")?.status == .due)
  }

  @Test func `without an award in force nothing is due; a new award is declared anew`() throws {
    var story = try Story()
    try story.award("2021-01-15")
    try story.deposit("F1", "2021-02-01")
    try story.revokeAward("2021-02-10")
    try story.award("2021-03-01")
    try story.answer("F1", .accepted, "2021-03-02")
    #expect(try story.declaration("2017-12-31") == nil)
    #expect(try story.declaration("2021-01-14") == nil)
    #expect(try story.declaration("2021-02-10") == nil)
    let anew = try #require(try story.declaration("2021-03-02"))
    #expect(anew.status == .due)
    #expect(anew.lastDay.description == "2021-06-01")
  }
}
