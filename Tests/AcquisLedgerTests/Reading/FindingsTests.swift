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

  @Test(arguments: [3, 8]) func `findings are the same in parts as at once`(seed: UInt64) throws {
    let ledger = try TestLedger()
    var recorder = ledger.recorder()
    _ = try recorder.importFacts(
      Demonstration(events: 1200, seed: seed).lines.enumerated().map {
        try Submission($0.element.value, line: $0.offset + 1)
      })
    let known = try ledger.log.head().last
    for day in [try CalendarDate(2026, 7, 1), try CalendarDate(2023, 2, 1)] {
      let all = try ledger.log.findings(on: day, known: known, inPartsOf: .max)
      #expect(!all.isEmpty)
      for most in [1, 5, 40] {
        var judged = 0
        let found = try ledger.log.findings(on: day, known: known, inPartsOf: most) { judged = $0 }
        #expect(found == all)
        #expect(judged <= known.number)
        #expect(
          try ledger.log.findings(on: day, known: known, inPartsOf: most, and: ledger.log) == all)
      }
    }
  }

  @Test func `positions are told as ranges, each once`() {
    func ranges(_ numbers: [Int64]) -> [[Int64]] {
      AppendReceipt(positions: numbers.map { Position($0) }, appended: 0).ranges
        .map { [$0.lowerBound.number, $0.upperBound.number] }
    }
    #expect(ranges([]) == [])
    #expect(ranges([4]) == [[4, 4]])
    #expect(ranges([3, 4, 5]) == [[3, 5]])
    #expect(ranges([7, 3, 4, 3, 9, 8]) == [[3, 4], [7, 9]])
  }
}
