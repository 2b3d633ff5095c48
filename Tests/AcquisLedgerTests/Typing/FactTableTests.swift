import AcquisLedger
import EventLog
import Events
import Testing

/// Rows under a header of field names, read as `record` reads words.
@Suite struct FactTableTests {
  private let ledger: TestLedger

  init() throws { ledger = try TestLedger() }

  private func read(_ headings: [String], _ rows: [[String]]) throws -> FactTable {
    let today = try CalendarDate("2026-07-01")
    var table = FactTable(names: FileNames(RecordedNames(in: ledger.log)), today: today)
    let header = try #require(FactHeader(headings))
    try table.read(
      rows.enumerated().map { FactTable.Row(line: $0.offset + 2, cells: $0.element) },
      under: header)
    return table
  }

  private static let headings = [
    "type", "occurredOn", "recordedBy", "candidacy", "candidate", "certification", "pathway",
    "jury", "block", "sessionOn", "mode",
  ]

  @Test func `a header without a type, or without a field, is of no facts`() {
    #expect(FactHeader(["nom", "prénom", "BC01"]) == nil)
    #expect(FactHeader(["Type", "nom"]) == nil)
    #expect(FactHeader(["type", "occurredOn", "recordedBy"]) == nil)
    #expect(FactHeader(["TYPE", "data.candidacy"]) != nil)
  }

  @Test func `headings that no type has, and doubles, are told by column`() throws {
    let header = try #require(FactHeader(["type", "candidacy", "pathwy", "Candidacy", ""]))
    #expect(header.problems.map(\.column) == [2, 3])
    #expect(header.problems[0].text.english.contains("pathway"))
  }

  @Test func `values are those that record takes, and blank cells are left out`() throws {
    let table = try read(
      Self.headings,
      [
        ["CandidateEnrolled", "11/01/2021", "c:1", "D1", "P1", "38052", "vae", "", "", "", ""],
        ["", " ", "", "", "", "", "", "", "", "", ""],
        [
          "jury constitué", "2021-06-17", "c:1", "", "", "rncp38052", "", "J1", "", "17/06/2021",
          "à distance",
        ],
        ["BlockValidated", "hier", "c:1", "d1", "", "", "", "J1", "bc1, BC02", "", ""],
      ])
    #expect(table.problems.isEmpty, "\(table.problems)")
    #expect(table.submissions.map(\.line) == [2, 4, 5, 5])
    var recorder = ledger.recorder()
    _ = try recorder.importFacts(table.submissions)
    let last = try ledger.size
    let events = try ledger.log.events(EventQuery(from: Position(last - 3)))
    #expect(events.map(\.event.occurredOn.description).last == "2026-06-30")
    let blocks = events.compactMap { envelope -> String? in
      guard case .blockValidated(let data) = envelope.event.fact else { return nil }
      return "\(data.candidacy) \(data.block)"
    }
    #expect(blocks == ["D1 RNCP38052BC01", "D1 RNCP38052BC02"])
  }

  @Test func `every wrong row is told, and ids of wrong rows are known to the others`() throws {
    let table = try read(
      Self.headings,
      [
        ["CandidateEnrolled", "31/02/2021", "c:1", "D1", "P1", "38052", "vae"],
        ["CandidateEnroled", "2021-01-11", "c:1", "D2", "P2", "38052", "vae"],
        ["CandidacyWithdrawn", "2021-02-11", "c:1", "D1", "", "", ""],
        ["CandidacyWithdrawn", "2021-02-11", "c:1", "D1", "", "", "vae"],
        ["", "2021-02-11", "c:1", "D1", "", "", "", "", "", "", "", "Secrète"],
      ])
    #expect(Set(table.problems.map(\.line)) == [2, 3, 5, 6])
    #expect(table.problems.first { $0.column != nil }?.column == 11)
    #expect(!table.problems.contains { $0.text.french.contains("Secrète") })
    #expect(table.submissions.contains { $0.line == 4 })
  }
}
