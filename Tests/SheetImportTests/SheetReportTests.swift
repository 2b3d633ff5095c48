import EventLog
import Events
import Sheets
import Testing

@testable import SheetImport

struct SheetReportTests {
  @Test func `decisions and words are counted without doubles and unsettled rows`() throws {
    let report = try ReportedSheet().trial().report
    #expect(report.rows == 4)
    #expect(report.verdicts == SheetReport.Verdicts(validated: 1))
    #expect(report.unrecognised.map(\.word) == ["équivalence"])
    #expect(report.persons.total == 2 && report.persons.toConfirm == 1)
    #expect(report.columns.map(\.heading) == ["NOM", "Prénom", "Date jury", "BC01"])
    #expect(report.unread == ["Obs."])
  }

  @Test func `each cause is told once with its rows, the worst first`() throws {
    let causes = try ReportedSheet().trial().report.causes
    #expect(
      causes.map(\.cause) == [
        .toConfirm, .word("équivalence", heading: "BC01", isLeftOut: false), .noBirthDate,
        .exactDouble,
      ])
    // Not of the double, and not of the row that is to be confirmed.
    #expect(causes[2].rows.map(\.number) == [4, 5] && causes[2].count == 2)
  }

  @Test func `a refusal that a blank means is a refusal, and counted apart`() throws {
    var sheet = try ReportedSheet()
    sheet.persons.unsettled = []
    sheet.persons.persons.append(
      SheetPerson(
        try CandidateID("P-0003"), .known, rows: [3], identity: sheet.persons.persons[0].identity))
    let report = try sheet.trial().report
    #expect(
      report.verdicts == SheetReport.Verdicts(validated: 1, refused: 1, refusedByBlank: 1))
    #expect(report.persons.known == 1)
  }

  @Test func `two rows of one session with other blocks double nothing`() throws {
    var sheet = try ReportedSheet()
    sheet.reading.rows[2].cells = ["another"]
    sheet.reading.rows[2].decisions = [
      RowDecision(
        try BlockCode("RNCP38052BC02"), .verdict(.validated), on: nil, column: 3)
    ]
    #expect(try sheet.trial().report.verdicts.validated == 2)
    // The same block once more is a double, though another cell differs.
    sheet.reading.rows[2].decisions = sheet.reading.rows[0].decisions
    #expect(try sheet.trial().report.verdicts.validated == 1)
  }

  @Test func `in a long sheet a row whose word is unknown doubles nothing`() throws {
    var sheet = try ReportedSheet()
    sheet.plan.columns[3] = PlannedColumn("BC01", .block)
    sheet.reading.rows[2].cells = ["another"]
    sheet.reading.rows[2].decisions = []
    sheet.reading.issues.append(
      SheetIssue(
        .word("équivalence", heading: "BC01", isLeftOut: false), row: ReportedSheet.place(7),
        column: 3))
    #expect(try sheet.trial().report.unrecognised == [.init(word: "équivalence", count: 2)])
  }

  @Test func `without facts sessions and awards are those of the rows`() throws {
    var sheet = try ReportedSheet()
    sheet.facts = nil
    sheet.changes = nil
    sheet.reading.rows[0].isAwarded = true
    sheet.reading.rows[2].isAwarded = true
    let report = try sheet.trial().report
    #expect(report.newSessions == 1 && report.awards == 1 && !report.isCompared)
  }

  @Test func `for programs, rows are numbers, with their tabs where there are several`() throws {
    let report = try ReportedSheet().trial().report
    let issues = JSONValue.object(report.members(tabs: []))["issues"]
    guard case .list(let one)? = issues else {
      Issue.record("no list")
      return
    }
    #expect(one[0]["cause"] == "toConfirm" && one[0]["rows"] == [8] && one[0]["tabs"] == nil)
    #expect(one[1]["word"] == "équivalence" && one[1]["heading"] == "BC01")
    let several = JSONValue.object(report.members(tabs: ["2019", "2020"]))["issues"]
    guard case .list(let more)? = several else { return }
    #expect(more[0]["tabs"] == ["2019"])
  }

  @Test func `a birth place is said by a code, not by a town's name`() throws {
    var sheet = try ReportedSheet()
    sheet.plan.columns[4] = PlannedColumn("Obs.", .birthPlace)
    #expect(try !sheet.trial().report.saysBirthPlace)
    sheet.plan.columns[4] = PlannedColumn("Obs.", .birthINSEECode)
    #expect(try sheet.trial().report.saysBirthPlace)
  }

  @Test func `every cause has a name of its own and a sentence`() {
    let causes: [SheetCause] = [
      .word("a", heading: "H", isLeftOut: true), .blank(heading: "H"), .notADay(heading: "H"),
      .noName, .noFirstName, .toConfirm, .samePerson, .exactDouble, .erased,
      .awardedWithoutBlocks, .awardedWithoutNumber, .numberWithoutAward, .numberTwice,
    ]
    #expect(Set(causes.map(\.name)).count == causes.count)
    #expect(Set(causes.map(\.text.french)).count == causes.count)
  }
}
