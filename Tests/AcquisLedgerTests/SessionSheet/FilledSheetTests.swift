import AcquisLedger
import Events
import Projections
import Testing

/// What cannot be read in a filled sheet, each with its cell.
@Suite struct FilledSheetTests {
  private let scene = Result {
    SheetScene(try .sample("D1"), try .sample("D2", held: ["B1"]))
  }

  @Test func `every wrong cell is told`() throws {
    let plan = try scene.get().plan(
      ["D1", "VN", "acquis", "là", "", ""], ["D2", "", "V", "absent", "Sans refus", ""])
    #expect(
      plan.wrongs == [
        "C2 unknownWord", "E2 unknownWord", "D2 notHeld", "D3 absentAndNot",
        "F3 groundsWithoutRefusal",
      ])
  }

  @Test func `an unknown word has near ones, and is not shown itself`() throws {
    let plan = try scene.get().plan(
      ["D1", "nvv", "", "abscent", "", ""], ["D2", "", "", "", "", ""])
    let said = plan.problems.map(\.text.french)
    #expect(
      said == [
        "mot inconnu ; approchant : NV, V",
        "mot inconnu ; approchant : absent non excusé, absent excusé",
      ])
  }

  @Test func `rows: unknown, twice, missing, of another sheet, without a mark`() throws {
    let mark = SheetScene.mark
    let lines = [
      SheetLine(3, SheetScene.headings), SheetLine(4, ["D1", "", "", "", "", "", "", mark]),
      SheetLine(5, ["D1", "", "", "", "", "", "", mark]),
      SheetLine(6, ["D9", "", "", "", "", "", "", mark]),
      SheetLine(7, ["D1", "", "", "", "", "", "", "jury J2, position 10, édition 2026-2"]),
      SheetLine(8, ["D1", "", "V"]), SheetLine(9, ["", "", "", "", "", "", "", mark]),
      SheetLine(10, ["", "Total", "3"]), SheetLine(11, ["", ""]),
    ]
    let plan = try scene.get().plan(lines: lines)
    #expect(
      plan.wrongs == [
        "5 rowTwice", "A6 unknownCandidacy", "H7 otherSheet", "H8 noMark", "A9 noCandidacy",
        "- rowMissing",
      ])
    #expect(plan.ignoredRows == [10])
  }

  @Test func `columns in any order and either language, others left out`() throws {
    let lines = [
      SheetLine(
        1, ["Sheet", "t1b2", "Notes", "ATTENDANCE", "b1", "Motif", "Recommandation", "Candidacy"]),
      SheetLine(2, [SheetScene.mark, "NV", "x", "", "V", "", "", "D1"]),
      SheetLine(3, [SheetScene.mark, "", "", "", "", "", "", "D2"]),
    ]
    let plan = try scene.get().plan(lines: lines)
    #expect(plan.said == ["held M1,M2", "D1 B1 V", "D1 B2 NV"])
    #expect(plan.ignoredColumns == [2])
    #expect(plan.problems.isEmpty)
  }

  @Test func `columns that are missing, renamed or there twice`() throws {
    var headings = SheetScene.headings
    headings[5] = "motifs"
    headings[3] = "B1"
    let plan = try scene.get().plan(lines: [
      SheetLine(1, headings), SheetLine(2, ["D1", "", "", "", "", "", "", SheetScene.mark]),
    ])
    #expect(plan.wrongs == ["D1 columnTwice", "1 noColumn", "1 noColumn"])
    #expect(plan.problems.last?.kind == .noColumn(SessionColumn.grounds.heading, near: 5))
  }

  @Test func `a file that is no session sheet says so`() throws {
    #expect(throws: SheetProblem(.noHeadings, at: .init(row: 1))) {
      try SheetHead([SheetLine(1, ["nom", "prénom"])])
    }
    #expect(throws: SheetProblem(.noHeadings, at: nil)) { try SheetHead([]) }
  }

  @Test func `a text over the limit is told at its cell`() throws {
    let long = String(repeating: "é", count: 2001)
    let plan = try scene.get().plan(
      ["D1", "NV", "", "", long, ""], ["D2", "", "", "", "", ""])
    #expect(plan.wrongs.contains("F2 tooLong"))
  }

  @Test func `a sheet is read as it is written`() throws {
    let decided = try SessionCandidate.sample(
      "D1", ["B1": .refused, "B2": .refused], grounds: "Court ; B2 : un titre")
    let absent = try SessionCandidate.sample("D2", held: ["B1"], absent: true)
    let scene = SheetScene(decided, absent)
    for language in Language.allCases {
      let sheet = SessionSheet(
        try SheetScene.record([decided, absent], known: 10),
        names: [try CandidacyID("D1"): "ZÉ", try CandidacyID("D2"): "Abel"], in: language)
      #expect(sheet.rows.map(\.[0]) == ["D2", "D1"], "by name")
      #expect(
        sheet.rows[0][2...4] == [language == .french ? "acquis" : "held", "ABS", sheet.rows[0][4]])
      let lines = ([sheet.headings] + sheet.rows).enumerated().map { SheetLine($0 + 1, $1) }
      let plan = try scene.plan(lines: lines)
      #expect(plan.said.isEmpty)
      #expect(plan.problems.isEmpty)
    }
  }
}
