import AcquisLedger
import EventLog
import Events
import StateFlow
import Testing

/// An answer beside the awards that were sent.
struct MatchedAnswerTests {
  private let ledger: AnsweredLedger

  init() throws {
    ledger = try AnsweredLedger()
    for number in 1...2 { try ledger.enrol(number) }
  }

  @Test func `a passage is the award that was sent in the flow`() throws {
    let awards = try (1...2).map { try ledger.award($0) }
    try ledger.deposit(1, in: "F-1")
    try ledger.deposit(2, in: "F-2")
    let matched = try #require(try ledger.matched("F-1", ok: awards))
    #expect(matched.passages.map(\.deposit.candidacy.text) == ["D1"])
    #expect(matched.unknown.map(\.id) == [awards[1].description])
    #expect(matched.unanswered.isEmpty)
    #expect(try ledger.matched("F-3", ok: awards) == nil)
    #expect(try ledger.log.flowIDs().map(\.text) == ["F-1", "F-2"])
  }

  @Test func `what neither this answer nor an earlier one names is unanswered`() throws {
    let awards = try (1...2).map { try ledger.award($0) }
    for number in 1...2 { try ledger.deposit(number, in: "F-1") }
    let first = try #require(try ledger.matched("F-1", ok: [awards[0]]))
    #expect(first.unanswered.map(\.text) == ["D2"])
    try ledger.take(first)
    let second = try #require(try ledger.matched("F-1", treatment: "2"))
    #expect(second.unanswered.map(\.text) == ["D2"])
  }

  @Test func `an award that was annulled or revoked since is still the one that was sent`() throws {
    let awards = try (1...2).map { try ledger.award($0) }
    for number in 1...2 { try ledger.deposit(number, in: "F-1") }
    try ledger.annul(awards[0])
    try ledger.record(
      "CertificationRevoked", "2026-03-20", "\"candidacy\":\"D2\",\"grounds\":\"essai\"")
    let matched = try #require(try ledger.matched("F-1", ok: awards))
    #expect(matched.passages.count == 2)
    try ledger.take(matched)
  }

  @Test func `an award made anew is another passage, of another flow`() throws {
    let old = try ledger.award(1)
    try ledger.deposit(1, in: "F-1")
    try ledger.record(
      "CertificationRevoked", "2026-03-20", "\"candidacy\":\"D1\",\"grounds\":\"essai\"")
    let new = try ledger.award(1, "2026-04-01")
    try ledger.deposit(1, in: "F-2", "2026-04-02")
    let first = try #require(try ledger.matched("F-1", ok: [old, new]))
    #expect(first.passages.map(\.answered.id) == [old.description])
    let second = try #require(try ledger.matched("F-2", ok: [old, new]))
    #expect(second.passages.map(\.answered.id) == [new.description])
  }

  @Test(arguments: ["2026-02-20", "2026-03-02", "2026-03-10"])
  func
    `an award recorded after the deposit of the one annulled is another passage, whatever its day`(
      day: String
    ) throws
  {
    let old = try ledger.award(1)
    try ledger.deposit(1, in: "F-1")
    try ledger.annul(old)
    let new = try ledger.award(1, day)
    let matched = try #require(try ledger.matched("F-1", ok: [old]))
    #expect(matched.passages.isEmpty && matched.madeAnew.map(\.id) == [old.description])
    try ledger.deposit(1, in: "F-1", "2026-03-12")
    let again = try #require(try ledger.matched("F-1", ok: [old, new]))
    #expect(again.passages.map(\.answered.id) == [new.description])
  }

  @Test func `a deposit that is recorded before its award is of that award`() throws {
    try ledger.deposit(1, in: "F-1")
    let award = try ledger.award(1)
    #expect(try ledger.matched("F-1", ok: [award])?.passages.count == 1)
  }

  @Test func `a deposit that is annulled sent nothing`() throws {
    let award = try ledger.award(1)
    let deposit = try ledger.deposit(1, in: "F-1")
    try ledger.annul(deposit)
    #expect(try ledger.matched("F-1", ok: [award]) == nil)
  }

  @Test func `an answer that was taken in is known again, on any day and after another one`() throws
  {
    let awards = try (1...2).map { try ledger.award($0) }
    for number in 1...2 { try ledger.deposit(number, in: "F-1") }
    try ledger.take(try #require(try ledger.matched("F-1", ok: [awards[0]], ko: [awards[1]])))
    try ledger.take(
      try #require(try ledger.matched("F-1", treatment: "2", ok: awards)), on: "2026-05-01")
    let again = try #require(try ledger.matched("F-1", ok: [awards[0]], ko: [awards[1]]))
    #expect(again.passages.map(\.recorded) == [.same, .same])
    let none = try again.submissions(on: try CalendarDate("2026-06-01"), recordedBy: "clerk:2")
    #expect(none.isEmpty)
  }

  @Test func `the other outcome under the same number of treatment is noticed`() throws {
    let award = try ledger.award(1)
    try ledger.deposit(1, in: "F-1")
    try ledger.take(try #require(try ledger.matched("F-1", ok: [award])))
    #expect(try ledger.matched("F-1", ko: [award])?.passages.map(\.recorded) == [.another])
    #expect(
      try ledger.matched("F-1", treatment: "2", ko: [award])?.passages.map(\.recorded) == [.nothing]
    )
  }

  @Test func `an id depends on the flow, the treatment and the award alone`() throws {
    let award = try ledger.award(1)
    for flow in ["F-1", "F-2"] { try ledger.deposit(1, in: flow) }
    let ids = try [("F-1", "1"), ("F-2", "1"), ("F-1", "2"), ("F-1", "1")].map { flow, treatment in
      try #require(try ledger.matched(flow, treatment: treatment, ko: [award])).passages[0].entry
    }
    #expect(Set(ids).count == 3)
    #expect(ids[0] == ids[3])
    #expect(ids[0].high >> 12 & 0xf == 8)
  }

  @Test func `an entry of an answer has the message sealed, and names its flow`() throws {
    let award = try ledger.award(1)
    try ledger.deposit(1, in: "F-1")
    try ledger.take(try #require(try ledger.matched("F-1", ko: [award])))
    let entry = try #require(try ledger.log.event(at: ledger.log.head().last))
    guard case .declarationAnswered(let data) = entry.event.fact else {
      Issue.record("another entry")
      return
    }
    #expect(data.outcome == .rejected)
    #expect(data.flow.text == "F-1")
    #expect(data.grounds != nil)
  }
}
