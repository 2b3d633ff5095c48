import EventLog
import Events
import Testing

@testable import SheetImport

struct SheetHistoryTests {
  @Test func `a person's sessions and numbers are evidence`() throws {
    let ledger = try FactsLedger()
    try ledger.import([
      WideRow(),
      WideRow(session: "2022-06-16", verdicts: "- V - -", isAwarded: true, number: "C 1"),
      WideRow(person: "P-2", name: "Diaz"),
    ])
    let history = try SheetHistory(in: ledger.log)
    #expect(
      try history.evidence(of: CandidateID("P-1")) == ["2021-06-17", "2022-06-16", "C 1"])
    #expect(try history.evidence(of: CandidateID("P-2")) == ["2021-06-17"])
    #expect(try history.evidence(of: CandidateID("P-3")).isEmpty)
  }
}
