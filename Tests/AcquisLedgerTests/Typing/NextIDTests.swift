import EventLog
import Events
import Testing

@testable import AcquisLedger

@Suite struct NextIDTests {
  @Test(arguments: [
    ("D-2026-014", "D-2026-015"), ("D1", "D2"), ("P-0009", "P-0010"), ("2026/001", "2026/002"),
    ("N° 458", "N° 459"), ("AF-2025-117", "AF-2026-001"), ("J-2024-01", "J-2026-01"),
    ("D-2026-999", "D-2026-1000"), ("X20251", "X20252"),
    ("D-0000000123", "D-0000000124"), ("P-2026000123", "P-2026000124"),
    ("J-2026-02-31", "J-2026-02-32"),
    ("X-1MD1D8B3P1", "X-1MD1D8B3P2"), ("P-HABITAT001", "P-HABITAT002"),
  ])
  func `the next id follows the pattern of the last`(last: String, next: String) throws {
    let pattern = try #require(IDPattern(of: last))
    #expect(pattern.id(pattern.firstNumber(in: 2026), in: 2026) == next)
  }

  @Test func `an id without a number has no pattern`() {
    for id in ["DEMO-D-MISTAKE", "", "D1234567890123456"] { #expect(IDPattern(of: id) == nil) }
  }

  @Test(arguments: [
    "P-1MD1D8B3P1", "D-7ZZZZZZZZ9", "P-1MD1D8B3P1-16", "P-5555555555", "J-38052-2023-06-14",
    "J-38052-2023-06-14-2", "2023-06-14",
  ])
  func `an id made from a sheet, or of a day, has no pattern`(id: String) {
    #expect(IDPattern(of: id) == nil)
  }

  @Test func `the first id has a letter and the year`() {
    let pattern = IDPattern(starting: "D", year: 2026)
    #expect(pattern.id(pattern.firstNumber(in: 2026), in: 2026) == "D-2026-001")
  }

  private func enrolment(_ day: String = "2021-03-01") throws -> Submission {
    try Submission(
      [
        "type": "CandidateEnrolled", "occurredOn": .string(day), "recordedBy": "clerk:1",
        "data": [
          "candidate": "P9", "certification": "3474", "pathway": "continuingTraining",
          "public": "employee",
        ],
      ], line: 1)
  }

  @Test func `ids left out are the next ones, each after the other`() throws {
    let ledger = try TestLedger()
    var recorder = ledger.recorder()
    _ = try recorder.record(.lines(Lines.enrolment("D7", "P1")))
    let next = NextIDs(for: "candidacy")
    let choice = try next.choice(for: [enrolment(), enrolment()], in: recorder.log)
    #expect(choice.ids == ["D8", "D9"])
  }

  @Test func `a year begins again after its last number`() throws {
    let ledger = try TestLedger()
    var recorder = ledger.recorder()
    _ = try recorder.record(.lines(Lines.enrolment("D-2021-003", "P1")))
    _ = try recorder.record(.lines(Lines.enrolment("D-2020-050", "P2")))
    let next = NextIDs(for: "candidacy")
    #expect(try next.choice(for: [enrolment()], in: recorder.log).ids == ["D-2021-004"])
    #expect(try next.choice(for: [enrolment("2022-01-10")], in: recorder.log).ids == ["D-2022-001"])
  }

  @Test func `made ids are passed over, back to the last that is counted`() throws {
    let ledger = try TestLedger()
    var recorder = ledger.recorder()
    _ = try recorder.record(.lines(Lines.enrolment("D-2021-003", "P1")))
    let next = NextIDs(for: "candidacy")
    for (index, id) in ["D-1MD1D8B3P1", "D-MISTAKE", "D-7ZZZZZZZZ9"].enumerated() {
      _ = try recorder.record(.lines(Lines.enrolment(id, "P\(index + 2)")))
    }
    let choice = try next.choice(for: [enrolment(), enrolment()], in: recorder.log)
    #expect(choice.ids == ["D-2021-004", "D-2021-005"])
  }

  @Test func `where every id was made, the first has a letter and the year`() throws {
    let ledger = try TestLedger()
    var recorder = ledger.recorder()
    _ = try recorder.record(.lines(Lines.enrolment("D-1MD1D8B3P1", "P1")))
    let next = NextIDs(for: "candidacy")
    #expect(try next.choice(for: [enrolment()], in: recorder.log).ids == ["D-2021-001"])
  }

  private func deposit(_ flow: String, _ day: String) -> String {
    """
    {"type":"AwardDeclared","occurredOn":"\(day)","recordedBy":"clerk:1","data":{\
    "candidacy":"D1","flow":"\(flow)"}}
    """
  }

  @Test func `the next flow is found in one reading of the deposits`() throws {
    let ledger = try TestLedger()
    _ = try ledger.record(
      Lines.enrolment(), deposit("F-2022-001", "2022-07-01"), deposit("F-2022-004", "2022-08-01"),
      deposit("F-2021-009", "2021-07-01"))
    let log = MeddledLog(ledger.log) { () throws(LogFailure) in }
    #expect(try NextIDs.flow(on: CalendarDate("2022-09-01"), in: log).text == "F-2022-005")
    #expect(log.queries.filter { $0.types == [.awardDeclared] && $0.through == nil }.count == 1)
    #expect(try NextIDs.flow(on: CalendarDate("2021-09-01"), in: log).text == "F-2021-010")
    #expect(try NextIDs.flow(on: CalendarDate("2023-09-01"), in: log).text == "F-2023-001")
  }

  @Test func `an id that another writer took meanwhile is chosen again`() throws {
    let ledger = try TestLedger()
    var first = ledger.recorder()
    _ = try first.record(.lines(Lines.enrolment("D7", "P1")))
    let next = NextIDs(for: "candidacy")
    let choice = try next.choice(for: [enrolment()], in: first.log)
    #expect(try !choice.isTaken(in: first.log))
    _ = try first.record(.lines(Lines.enrolment("D8", "P2")))
    #expect(try choice.isTaken(in: first.log))
    guard case .recorded = try first.record([enrolment()], choosing: next) else {
      Issue.record("not recorded")
      return
    }
    #expect(first.chosenIDs == ["D9"])
  }
}
