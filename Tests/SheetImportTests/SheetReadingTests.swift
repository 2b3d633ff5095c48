import Events
import SheetImport
import Sheets
import TestSupport
import Testing

struct SheetReadingTests {
  private func plan(
    header: Int = 1, _ others: [PlannedColumn] = [], sections: Bool = false
  ) throws -> ImportPlan {
    let words = [
      PlannedWord("V", .verdict(.validated)), PlannedWord("NV", .verdict(.refused)),
    ]
    var plan = try Rows.plan(
      header: header,
      [
        PlannedColumn("Nom", .birthName), PlannedColumn("Prénom", .firstNames),
        Rows.column("Né le", .birthDate, form: .given(.dayFirst)),
        Rows.column("BC01", .verdictOn(try Rows.block(1)), words: words),
      ] + others)
    plan.sectionsAreSessions = sections
    return plan
  }

  @Test func `headings above candidates are their sessions`() throws {
    let reading = try Rows.read(
      """
      Liste;;;
      Jury du 17 juin 2020;;;
      Nom;Prénom;Né le;BC01
      DUPONT;Marie;01/02/1980;V
      TOTAL;;;1
      ;;;
      Jury;09/12/2020;;
      Nom;Prénom;Né le;BC01
      MARTIN;Luc;01/02/1980;NV
      Président : M. Durand;;;
      TOTAL;Anne;03/04/1975;V
      Session de juin 2021;;;
      PÉREZ;Zoé;03/04/1975;V
      """, try plan(header: 3, sections: true))
    let days = reading.rows.map { $0.sessionOn?.description }
    #expect(days == ["2020-06-17", "2020-12-09", "2020-12-09", nil])
    #expect(reading.leftOut.titles == 2 && reading.leftOut.totals == 1)
    #expect(reading.leftOut.blank == 1 && reading.leftOut.headings == 1)
    #expect(reading.leftOut.sections == 3)
    #expect(reading.count { $0 == .noSession } == 1)
    #expect(reading.rows.map(\.place.number) == [4, 9, 11, 13])
  }

  @Test func `headings are found where they moved to, by occurrence and by letters`() throws {
    var second = PlannedColumn("Nom", .usageName)
    second.occurrence = 2
    let reading = try Rows.read(
      """
      Titre
      ;;
      "Né
      le";NOM;nom;Prenom;BC01;;Obs.
      01/02/1980;DUPONT;DURAND;Marie;V;a@b.fr;vu;reste
      """, try plan(header: 7, [second, PlannedColumn("F", .email)]))
    #expect(reading.columns == [1, 3, 0, 4, 2, 5])
    #expect(reading.rows.first?.usageName == "DURAND" && reading.rows.first?.email == "a@b.fr")
    #expect(reading.unplanned == ["Obs.", "H"])
  }

  @Test func `a sheet that is not the plan’s is refused`() throws {
    #expect(throws: SheetLayoutFailure.noHeadings(headerRow: 1)) {
      _ = try Rows.read("a;b;c\n1;2;3", try plan())
    }
    #expect(throws: SheetLayoutFailure.missingColumns(["BC01"])) {
      _ = try Rows.read("Nom;Prénom;Né le\nDUPONT;Marie;01/02/1980", try plan())
    }
  }

  @Test func `what a cell does not say is told without saying whose it is`() throws {
    let reading = try Rows.read(
      """
      Nom;Prénom;Né le;BC01;Jury;CP;Mél
      DUPONT;Marie;31/02/1980;V;17/06/2030;7200;x
      -;Luc;;Luc est absent;;;
      MARTIN;;1975;;17/06/2020;69 003;a@b.fr
      """,
      try plan([
        Rows.column("Jury", .sessionDay, form: .given(.dayFirst)),
        PlannedColumn("CP", .birthPostalCode), PlannedColumn("Mél", .email),
      ]))
    let causes = reading.issues.map(\.cause)
    #expect(
      causes == [
        .notADay(heading: "Né le"), .futureDay(heading: "Jury"), .postalCodeDigits,
        .identity(.email),
        .word("…", heading: "BC01", isLeftOut: false), .noName, .noBirthDate, .noBirthPlace,
        .incompleteBirthDate, .blank(heading: "BC01"), .noFirstName,
      ])
    #expect(reading.rows.map(\.postalCode) == [nil, nil, "69003"])
    #expect(reading.rows[2].birthDate?.text == "1975")
  }

  @Test func `a sheet written back is read with its answers, which no double depends on`() throws {
    let reading = try Rows.read(
      """
      Nom;Prénom;Né le;BC01;acquis : état;acquis : à corriger
      DUPONT;Marie;01/02/1980;V;enregistré [P-1 D-1];
      DUPONT;Marie;01/02/1980;V;à confirmer;même P-1
      """, try plan())
    #expect(reading.rows[0].cells == reading.rows[1].cells)
    #expect(reading.rows[0].writtenCandidate?.text == "P-1")
    #expect(reading.rows[1].answer == .same(try CandidateID("P-1")))
    #expect(reading.unplanned.isEmpty)
  }

  @Test func `a decision has the day of its own column`() throws {
    var plan = try plan([
      Rows.column("Jury", .sessionDay, form: .given(.dayFirst)),
      Rows.column("le", .dayOf(try Rows.block(1)), form: .given(.dayFirst)),
    ])
    plan.leftOutRows = [4]
    let reading = try Rows.read(
      """
      Nom;Prénom;Né le;BC01;le;Jury
      DUPONT;Marie;01/02/1980;V;09/12/2020;17/06/2020
      MARTIN;Marie;01/02/1980;V;;17/06/2020
      PÉREZ;Marie;01/02/1980;V;;17/06/2020
      """, plan)
    let days = reading.rows.flatMap(\.decisions).map { $0.on?.description }
    #expect(days == ["2020-12-09", "2020-06-17"] && reading.leftOut.planned == 1)
  }

  @Test func `lists of blocks are decisions on the row’s certification`() throws {
    let reading = try Rows.read(
      """
      Nom;Prénom;Né le;Acquis;Non acquis
      DUPONT;Marie;01/02/1980;"BC01, BC03";2 et 9
      MARTIN;Luc;01/02/1980;tous;
      """,
      try Rows.plan([
        PlannedColumn("Nom", .birthName), PlannedColumn("Prénom", .firstNames),
        PlannedColumn("Acquis", .validatedBlocks), PlannedColumn("Non acquis", .refusedBlocks),
      ]))
    #expect(reading.decisions(.validated) == 6 && reading.decisions(.refused) == 1)
    #expect(reading.count { $0 == .notABlock(heading: "Non acquis") } == 1)
  }

  @Test func `each tab has its own headings, and its name may have the session’s day`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/tabs.xlsx"
    var workbook = try Workbook(path)
    try workbook.add(Sheet("Notice", headings: ["À lire"], rows: []))
    try workbook.add(
      Sheet(
        "17-06-2020", headings: ["Nom", "Prénom", "Né le", "BC01"],
        rows: [[.text("DUPONT"), .text("Marie"), .text("01/02/1980"), .text("V")]]))
    try workbook.add(
      Sheet(
        "Jury 9 décembre 2020", headings: ["N°", "BC01", "Né le", "Prénom", "Nom"],
        rows: [[.text("1"), .text("NV"), .text("01/02/1981"), .text("Luc"), .text("MARTIN")]]))
    try workbook.keep()
    let file = try #require(try Rows.file(path))
    let reading = try Rows.read(file, try plan(sections: true))
    #expect(reading.rows.map(\.birthName) == ["DUPONT", "MARTIN"])
    #expect(reading.rows.map { $0.sessionOn?.description } == ["2020-06-17", "2020-12-09"])
    #expect(reading.unreadTabs == ["Notice"] && reading.unplanned == ["N°"])
    #expect(reading.rows[1].decisions.first?.column == 1)
    var named = try plan(sections: true)
    named.tabs = ["Jury 9 décembre 2020"]
    #expect(try Rows.read(file, named).rows.count == 1)
    named.tabs = ["2019"]
    #expect(throws: SheetLayoutFailure.missingTab("2019")) { _ = try Rows.read(file, named) }
  }

  @Test func `words of a row decide what its blanks mean, each column by its own`() throws {
    func words(_ blank: WordMeaning?) -> [PlannedWord] {
      [
        PlannedWord("X", .verdict(.validated)), PlannedWord("V", .verdict(.validated)),
        PlannedWord("dispense", .equivalence(authority: "AFPA")), PlannedWord("en cours", .leftOut),
        PlannedWord("", beside: "X", .verdict(.refused)),
      ] + (blank.map { [PlannedWord("", $0)] } ?? [])
    }
    let reading = try Rows.read(
      """
      Nom;Prénom;Jury;BC01;BC02;BC03
      DUPONT;Marie;17/06/2020;X;;
      MARTIN;Luc;17/06/2020;V;;
      PÉREZ;Zoé;17/06/2020;Dispensé de;en cours;V
      FAURE;Eva;17/06/2020;dispense;En Cours
      """,
      try Rows.plan([
        PlannedColumn("Nom", .birthName), PlannedColumn("Prénom", .firstNames),
        Rows.column("Jury", .sessionDay, form: .given(.dayFirst)),
        Rows.column("BC01", .verdictOn(try Rows.block(1)), words: words(nil)),
        Rows.column("BC02", .verdictOn(try Rows.block(2)), words: words(nil)),
        Rows.column("BC03", .verdictOn(try Rows.block(3)), words: words(.nothing)),
      ]))
    #expect(reading.rows.map(\.decisions.count) == [3, 1, 1, 1])
    #expect(reading.decisions(.refused, fromBlank: true) == 2)
    #expect(reading.rows[3].decisions[0].content == .equivalence(authority: "AFPA"))
    let cells = reading.issues.filter { $0.column != nil }.map(\.cause)
    #expect(
      cells == [
        .blank(heading: "BC02"), .word("Dispensé de", heading: "BC01", isLeftOut: false),
        .word("en cours", heading: "BC02", isLeftOut: true),
        .word("En Cours", heading: "BC02", isLeftOut: true),
      ])
  }

  @Test func `an award is what the plan says: a result’s word, or a number that can be read`()
    throws
  {
    let long = String(repeating: "x", count: 2001)
    let sheet = """
      Nom;Prénom;Jury;Résultat;N°;Employeur
      DUPONT;Marie;17/06/2020;ADMIS;;
      MARTIN;Luc;17/06/2020;PARTIEL;CAL-1;Mairie
      PÉREZ;Zoé;17/06/2020;PARTIEL;-;\(long)
      FAURE;Eva;17/06/2020;PARTIEL;CAL\u{7}2;
      """
    let words = [PlannedWord("ADMIS", .awarded), PlannedWord("PARTIEL", .nothing)]
    var plan = try Rows.plan([
      PlannedColumn("Nom", .birthName), PlannedColumn("Prénom", .firstNames),
      Rows.column("Jury", .sessionDay, form: .given(.dayFirst)),
      Rows.column("Résultat", .result, words: words), PlannedColumn("N°", .certificateNumber),
      PlannedColumn("Employeur", .employer),
    ])
    #expect(try Rows.read(sheet, plan).rows.map(\.isAwarded) == [true, false, false, false])
    plan.awards = .byCertificateNumber
    let reading = try Rows.read(sheet, plan)
    #expect(reading.rows.map(\.isAwarded) == [false, true, false, false])
    #expect(reading.count { $0 == .notANumber(heading: "N°") } == 1)
    #expect(reading.rows.map(\.employer) == [nil, "Mairie", nil, nil])
    #expect(reading.count { $0 == .textTooLong(heading: "Employeur") } == 1)
  }

  @Test func `totals are left out, and persons whose cells look like one are not`() throws {
    let reading = try Rows.read(
      """
      Lieu;Nom;Prénom;Né le;BC01
      Somme;DUPONT;Marie;;V
      LYON;TOTAL;Anne;03/04/1975;V
      LYON;MARTIN;Luc;01/02/1980;"=SI(A1;""V"";)"
      ;Total général;;;3
      Moyenne;;;;75 %
      ;;;;"=NB.SI(E2:E4;""V"")"
      Nombre de candidats : 3;;;;
      """, try plan())
    #expect(reading.rows.map(\.birthName) == ["DUPONT", "TOTAL", "MARTIN"])
    #expect(reading.leftOut.totals == 4)
  }
}
