import Events
import Testing

@testable import SheetImport

/// Rows that may be a known person's with another name or birth date altogether.
struct ReplacedIdentityTests {
  private var ledger = PersonLedger()
  private let known: CandidateID

  init() throws {
    let taken = ledger.take(
      try rows("PETITJEAN;Helena;1985-02-01;day=2020-06-17;number=2020-1"))
    known = try #require(taken.persons.first?.id)
  }

  static let replaced = [
    "GRANDJEAN;Helena;1985-02-01", "PETITJEAN;Sandrine;1985-02-01", "PETITJEAN;Helena;1991-11-20",
  ]

  @Test(arguments: replaced)
  func `a session alone asks`(text: String) throws {
    let asked = try ledger.persons(rows(text + ";day=2020-06-17"))
    #expect(asked.persons.isEmpty)
    #expect(asked.unsettled == [UnsettledRow(0, rows: [], persons: [known])])
    #expect(asked.count(.toConfirm) == 1)
    let same = try ledger.persons(rows(text + ";day=2020-06-17;answer=same"))
    #expect(same.persons.map(\.id) == [known] && same.unsettled.isEmpty)
    let another = try ledger.persons(rows(text + ";day=2020-06-17;answer=another"))
    #expect(another.persons.map(\.standing) == [.new] && another.unsettled.isEmpty)
  }

  @Test(arguments: replaced)
  func `a certificate's number is certain, and another session is another person`(
    text: String
  ) throws {
    let proved = try ledger.persons(rows(text + ";day=2020-06-17;number=2020-1"))
    #expect(proved.persons.map(\.id) == [known] && proved.unsettled.isEmpty)
    let other = try ledger.persons(rows(text + ";day=2021-06-17"))
    #expect(other.persons.map(\.standing) == [.new] && other.unsettled.isEmpty)
  }

  @Test(arguments: replaced)
  func `nobody is asked about where another row is that person`(text: String) throws {
    let persons = try ledger.persons(
      rows("PETITJEAN;Helena;1985-02-01;day=2020-06-17", text + ";day=2020-06-17"))
    #expect(persons.persons.map(\.standing) == [.known, .new] && persons.unsettled.isEmpty)
  }

  @Test func `names and birth date both others are another person`() throws {
    let persons = try ledger.persons(rows("GRANDJEAN;Helena;1991-11-20;day=2020-06-17"))
    #expect(persons.persons.map(\.standing) == [.new] && persons.unsettled.isEmpty)
  }
}
