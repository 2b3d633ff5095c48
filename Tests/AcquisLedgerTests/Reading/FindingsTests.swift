import AcquisLedger
import Catalogue
import EventLog
import Events
import Rules
import Testing

@Suite struct FindingsTests {
  @Test func `an import's findings are the same by subject and by a fold of the log`() throws {
    let ledger = try TestLedger()
    var recorder = ledger.recorder()
    let lines = try Demonstration(events: 400, seed: 5).lines.enumerated().map {
      try Submission($0.element.value, line: $0.offset + 1)
    }
    let day = try CalendarDate(2026, 7, 1)
    let whole = try recorder.importFacts(lines)
    let known = try ledger.log.head().last
    let all = try ledger.log.findings(on: day, known: known)
    #expect(!all.isEmpty)
    #expect(try ledger.log.findings(causedBy: whole, on: day) == all)
    // A few entries: fewer than one in sixteen.
    for finding in all.prefix(5) {
      let few = AppendReceipt(positions: [finding.position], appended: 0)
      #expect(
        try ledger.log.findings(causedBy: few, on: day)
          == all.filter { $0.position == finding.position })
    }
    let none = AppendReceipt(positions: [], appended: 0)
    #expect(try ledger.log.findings(causedBy: none, on: day).isEmpty)
  }
}
