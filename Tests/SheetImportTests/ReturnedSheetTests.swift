import EventLog
import Events
import Glibc
import Sheets
import TestSupport
import Testing

@testable import SheetImport

struct ReturnedSheetTests {
  private func returned(
    _ sheet: ReportedSheet, _ bytes: [UInt8] = Array(ReportedSheet.text.utf8),
    isRecorded: Bool = false, in language: Language = .french
  ) throws -> (bytes: [UInt8], other: TextForm.Encoding?) {
    let file = try SheetFile(bytes, named: "2019.csv")
    let returned = try ReturnedSheet(
      bytes, named: "2019.csv", sheet.trial(file), isRecorded: isRecorded, in: language)
    guard case .text(let bytes) = returned.content else {
      Issue.record("no text")
      return ([], nil)
    }
    return (bytes, returned.otherEncoding)
  }

  private func text(
    _ sheet: ReportedSheet, isRecorded: Bool = false, in language: Language = .french
  ) throws -> [Substring] {
    let bytes = try returned(sheet, isRecorded: isRecorded, in: language).bytes
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
  }

  private static let windows1252 = Array(
    ReportedSheet.text.unicodeScalars.map { UInt8($0.value) })

  @Test func `the sheet is as it was, and two columns say what became of each row`() throws {
    #expect(
      try text(ReportedSheet()) == [
        "Suivi 2019;;;;;;", ";;;;;;",
        "NOM;Prénom;Date jury;BC01;Obs.;acquis : état;acquis : à corriger",
        "DUPONT;Zoé;17/06/2019;V;;nouveau;date de naissance : manque",
        "MARTIN;\"Anne \"\"Nana\"\"\";17/06/2019;équivalence;\"sur\ndeux lignes\";nouveau;"
          + "\"BC01 : mot non reconnu « équivalence » ; date de naissance : manque\"",
        "DUPONT;Zoé;17/06/2019;V;;double de la ligne 4;",
        "MÜLLER;Eva;17/06/2019;NV;;à confirmer;"
          + "\"même que l’une de celles-ci : la ligne 4, P-0009 ? répondez : même et l’identifiant "
          + "de la personne, ou autre ; date de naissance : manque\"",
        "TOTAL;;;\"=NB.SI(D4:D8;\"\"V\"\")\";;;", "",
      ])
  }

  @Test func `in English the columns and states are English`() throws {
    let lines = try text(ReportedSheet(), in: .english)
    #expect(lines[2].hasSuffix(";acquis: state;acquis: to correct"))
    #expect(lines[3].hasSuffix(";new;birth date: missing"))
    #expect(lines[5].hasSuffix(";double of row 4;"))
  }

  @Test func `columns that are there are used again, whatever their language`() throws {
    let sheet = try ReportedSheet()
    let once = try returned(sheet).bytes
    #expect(try returned(sheet, once).bytes == once)
    let english = try returned(sheet, once, in: .english).bytes
    let heading = "Obs.;acquis : état;acquis : à corriger\r\n"
    #expect(String(decoding: english, as: UTF8.self).contains(heading))
    #expect(String(decoding: english, as: UTF8.self).contains(";new;birth date: missing"))
  }

  @Test func `a sheet in Windows-1252 stays so, and is UTF-8 where a character does not fit`()
    throws
  {
    let (bytes, other) = try returned(ReportedSheet(), Self.windows1252)
    #expect(other == nil)
    let file = try SheetFile(bytes, named: "2019.csv")
    guard case .text(let form) = file.form else { return }
    #expect(form.encoding == .windows1252 && form.lineEnd == .carriageReturnAndLineFeed)
    #expect(file.pages[0].rows[2].cells[5].text == "acquis : état")

    var sheet = try ReportedSheet()
    sheet.reading.issues[0] = SheetIssue(
      .word("≥ 10", heading: "BC01", isLeftOut: false), row: ReportedSheet.place(5), column: 3)
    let wide = try returned(sheet, Self.windows1252)
    #expect(wide.other == .utf8WithMark && wide.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: wide.bytes, as: UTF8.self).contains("≥ 10"))
  }

  @Test func `the ids are written once they are recorded, and kept by a trial`() throws {
    var sheet = try ReportedSheet()
    #expect(try text(sheet, isRecorded: true)[3].contains(";nouveau [P-0001 D-0001];"))
    #expect(
      try text(sheet, isRecorded: true)[5].contains(";double de la ligne 4 [P-0001 D-0001];"))
    #expect(try text(sheet, isRecorded: true)[6].contains(";à confirmer;"))
    #expect(try !text(sheet)[3].contains("["))
    sheet.reading.rows[0].writtenCandidate = try CandidateID("P-0001")
    sheet.reading.rows[0].writtenCandidacy = try CandidacyID("D-0001")
    sheet.changes?.added = []
    sheet.persons.persons[0] = SheetPerson(
      try CandidateID("P-0001"), .known, rows: [0, 2],
      identity: sheet.persons.persons[0].identity)
    #expect(try text(sheet)[3].contains(";déjà enregistré [P-0001 D-0001];"))
  }

  @Test func `a row that corrects an entry says so`() throws {
    var sheet = try ReportedSheet()
    let fact = try #require(sheet.changes?.added.first)
    sheet.changes?.added = []
    sheet.changes?.corrected = [
      SheetChanges.Correction(
        entry: try EventID("0190f000-0000-7000-8000-000000000001"), position: Position(4),
        fact: fact, fields: ["occurredOn"])
    ]
    #expect(try text(sheet)[3].contains(";corrigé;"))
    #expect(try sheet.trial().report.corrected.map { $0.rows.map(\.number) } == [[4, 7]])
  }

  @Test func `an answer stays until the ids are written`() throws {
    var sheet = try ReportedSheet()
    sheet.reading.rows[0].answer = .another
    #expect(try text(sheet)[3].hasSuffix(";nouveau;autre"))
    #expect(
      try text(sheet, isRecorded: true)[3].hasSuffix("[P-0001 D-0001];date de naissance : manque"))
  }

  @Test func `a workbook keeps its tabs, its numbers and its days`() throws {
    let folder = try TemporaryFolder()
    var workbook = try Workbook(folder.file("a.xlsx"))
    let day = Cell.day(year: 2019, month: 6, day: 17)
    let rows: [(number: Int, cells: [Cell])] = [
      (1, [.text("Suivi")]),
      (3, ["NOM", "Prénom", "Date jury", "BC01", "Obs."].map { .text($0) }),
      (4, [.text("DUPONT"), .text("Zoé"), day, .text("V"), .decimal(12.5, "12.5")]),
      (5, [.text("MARTIN"), .text("Anne"), day, .text("équivalence"), .number(7)]),
      (7, [.text("DUPONT"), .text("Zoé"), day, .text("V"), .text("07200")]),
      (8, [.text("MÜLLER"), .text("Eva"), day, .text("NV")]),
    ]
    try workbook.add(Sheet("Notes", headings: ["rien"], rows: [[.number(1)]]))
    try workbook.add(PlacedRows("2019", headings: 3, rows: rows))
    try workbook.keep()
    let bytes = try folder.bytes("a.xlsx")
    let file = try SheetFile(bytes, named: "a.xlsx")
    let trial = try ReportedSheet(page: 1).trial(file)
    let returned = try ReturnedSheet(
      bytes, named: "a.xlsx", trial, isRecorded: true, in: .french)
    try folder.write(bytes, to: "b.xlsx")
    try returned.write(to: folder.file("b.xlsx"))
    #expect(folder.names == ["a.xlsx", "b.xlsx"])

    let again = try SheetFile(folder.bytes("b.xlsx"), named: "b.xlsx")
    #expect(again.pages.map(\.name) == ["Notes", "2019"])
    #expect(again.pages[0] == file.pages[0])
    let page = again.pages[1]
    #expect(page.rows.map(\.number) == [1, 3, 4, 5, 7, 8])
    for (row, old) in zip(page.rows, file.pages[1].rows) {
      #expect(Array(row.cells.prefix(old.cells.count)) == old.cells)
    }
    #expect(page.rows[1].cells.map(\.text).suffix(2) == ["acquis : état", "acquis : à corriger"])
    #expect(page.rows[2].cells[5] == .text("nouveau [P-0001 D-0001]"))
    #expect(
      page.rows[4].cells[5] == .text("double de la ligne 4 de « 2019 » [P-0001 D-0001]"))
    #expect(ReturnedSheet.isOne(again) && !ReturnedSheet.isOne(file))
  }

  @Test func `a file is replaced whole, for its owner alone`() throws {
    let folder = try TemporaryFolder()
    let bytes = Array(ReportedSheet.text.utf8)
    let trial = try ReportedSheet().trial()
    let returned = try ReturnedSheet(
      bytes, named: "2019.csv", trial, isRecorded: false, in: .french)
    for _ in 0..<2 {
      try returned.write(to: folder.file("a.csv"))
      var facts = stat()
      #expect(stat(folder.file("a.csv"), &facts) == 0 && facts.st_mode & 0o777 == 0o600)
      #expect(folder.names == ["a.csv"])
    }
  }

  @Test(arguments: [
    ("x/2019.csv", "x/2019-a-corriger.csv"), ("2019", "2019-a-corriger.csv"),
    ("a.b/2019.suivi.xlsx", "a.b/2019.suivi-a-corriger.xlsx"),
    ("2019-a-corriger.csv", "2019-a-corriger.csv"),
    ("2019-to-correct.csv", "2019-to-correct.csv"), ("2019.xlsm", "2019-a-corriger.xlsx"),
  ])
  func `the file is beside the sheet, and a corrected one in its own place`(
    path: String, expected: String
  ) {
    #expect(ReturnedSheet.path(of: path, in: .french) == expected)
  }
}
