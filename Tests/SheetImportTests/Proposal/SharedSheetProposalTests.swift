import Events
import Glibc
import SheetImport
import Sheets
import Testing

/// Plans for the sheets beside the package, where they are at hand.
struct SharedSheetProposalTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/../shared/sheets"

  /// A sheet's plan; nil, said aloud, if the sheet is not there.
  private func proposal(_ name: String) throws -> PlanProposal? {
    guard let file = fopen("\(Self.folder)/\(name)", "r") else {
      print("\(Self.folder)/\(name) is not there: no plan is proposed for it")
      return nil
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return try PlanProposal(
      SheetFile(bytes, named: name), named: name, try catalogueFrameworks(),
      today: try CalendarDate(2026, 11, 26))
  }

  private static let blocks = [
    "BC01 Accueil", "BC02 Doléances", "BC03 Enregistrement", "BC04 Assistanat",
  ]

  @Test func `the wide sheet`() throws {
    guard let proposal = try proposal("1-suivi-large-cp1252.csv") else { return }
    let plan = proposal.plan
    #expect(plan.headerRow == 3 && plan.tabs.isEmpty && plan.leftOutRows.isEmpty)
    #expect(plan.certification == .given(try CertificationCode("RNCP38052")))
    #expect(plan.pathway == nil && plan.session == nil && plan.threshold == nil)
    #expect(
      plan.columns.map(\.field) == [
        .ignored, .sex, .birthName, .usageName, .firstNames, .birthDate, .birthPlace,
        .birthPostalCode, .pathway, .sessionDay, .verdictOn(try block("RNCP38052BC01")),
        .verdictOn(try block("RNCP38052BC02")), .verdictOn(try block("RNCP38052BC03")),
        .verdictOn(try block("RNCP38052BC04")), .result, .certificateNumber, .ignored,
      ])
    #expect(try proposal.column("Né(e) le").dayForm == .given(.dayFirst))
    #expect(try proposal.column("Date jury").dayForm == .given(.dayFirst))
    #expect(try proposal.meaning("CP", in: "Voie") == .pathway(.professionalisation))
    #expect(try proposal.meaning("app.", in: "Voie") == .pathway(.apprenticeship))
    #expect(try proposal.column("Voie").words.allSatisfy { $0.meaning != .open })
    #expect(proposal.said.contains("314 lignes de candidats"))
    #expect(proposal.said.contains("1 total"))
  }

  @Test func `the words of the wide sheet, and its blanks`() throws {
    guard let proposal = try proposal("1-suivi-large-cp1252.csv") else { return }
    func sum(_ word: String, beside: String? = nil) throws -> Int {
      try Self.blocks.reduce(0) { try $0 + proposal.count(word, in: $1, beside: beside) }
    }
    #expect(try sum("") + sum("", beside: "X") == 46)
    #expect(try sum("équivalence") == 4 && sum("dispensé") == 2 && sum("en attente") == 3)
    #expect(try sum("?") == 4 && sum("ABS") == 1)
    for heading in Self.blocks {
      #expect(try proposal.meaning("V", in: heading) == .verdict(.validated))
      #expect(try proposal.meaning("X", in: heading) == .verdict(.validated))
      #expect(try proposal.meaning("NV", in: heading) == .verdict(.refused))
      #expect(try proposal.meaning("non acquis", in: heading) == .verdict(.refused))
      #expect(try proposal.meaning("", in: heading, beside: "X") == .verdict(.refused))
      #expect(try proposal.meaning("", in: heading) == .open)
      for word in ["?", "en attente", "dispensé", "équivalence", "ABS"] {
        #expect(try proposal.meaning(word, in: heading) == .open)
      }
    }
    #expect(try proposal.meaning("ADMIS", in: "Résultat") == .awarded)
    #expect(try proposal.meaning("PARTIEL", in: "Résultat") == .nothing)
    #expect(try proposal.meaning("", in: "Résultat") == .nothing)
  }

  @Test func `the sheet of marks`() throws {
    guard let proposal = try proposal("3-notes-virgules-utf8bom.csv") else { return }
    let plan = proposal.plan
    #expect(plan.headerRow == 1)
    #expect(
      plan.columns.map(\.field) == [
        .personReference, .birthName, .firstNames, .birthDate, .certification, .trainingStart,
        .trainingEnd, .centreHours, .companyHours, .markOn(try block("RNCP38052BC01")),
        .markOn(try block("RNCP38052BC02")), .markOn(try block("RNCP38052BC03")),
        .markOn(try block("RNCP38052BC04")), .ignored, .sessionDay, .ignored,
      ])
    let code = try CertificationCode("RNCP38052")
    for word in ["RNCP38052", "RNCP 38052", "38052", "CAL"] {
      #expect(
        try proposal.column("Certification").words.first { $0.word == word }?.meaning
          == .certification(code) || word == "RNCP 38052")
    }
    #expect(plan.threshold == .open && plan.pathway == .open)
    #expect(try proposal.column("Note BC02 /20").scale == 20)
    let marks = ["Note BC01 /20", "Note BC02 /20", "Note BC03 /20", "Note BC04 /20"]
    func sum(_ word: String) throws -> Int {
      try marks.reduce(0) { try $0 + proposal.count(word, in: $1) }
    }
    #expect(try sum("") == 14 && sum("ABS") == 8 && sum("NE") == 8 && sum("12/20") == 0)
  }

  @Test func `the sheet of decisions`() throws {
    guard let proposal = try proposal("5-decisions-longues-cp1252.csv") else { return }
    let plan = proposal.plan
    #expect(
      plan.columns.map(\.field) == [
        .candidacyReference, .ignored, .birthName, .firstNames, .birthDate, .block, .verdict,
        .sessionDay, .juryReference, .grounds,
      ])
    #expect(plan.certification == .given(try CertificationCode("RNCP38052")))
    #expect(plan.pathway == .given(.experience))
    #expect(try proposal.column("Bloc").words.allSatisfy { $0.meaning != .open })
    #expect(try proposal.meaning("UC 3", in: "Bloc") == .block("BC03"))
    let counts = ["Validé": 445, "Non validé": 92, "Refusé": 47, "Absent": 38, "Ajourné": 24]
    for (word, count) in counts { #expect(try proposal.count(word, in: "Décision") == count) }
    #expect(try proposal.meaning("Absent", in: "Décision") == .verdict(.absent))
    #expect(try proposal.meaning("Ajourné", in: "Décision") == .open)
    #expect(proposal.said.contains("646 lignes de décisions"))
  }

  @Test func `the workbook with merged days`() throws {
    guard let proposal = try proposal("7-classeur-fusionne.xlsx") else { return }
    let plan = proposal.plan
    #expect(plan.headerRow == 2 && plan.tabs.isEmpty)
    #expect(
      plan.columns.map(\.field) == [
        .sessionDay, .birthName, .firstNames, .birthDate, .verdictOn(try block("RNCP38052BC01")),
        .verdictOn(try block("RNCP38052BC02")), .verdictOn(try block("RNCP38052BC03")),
        .verdictOn(try block("RNCP38052BC04")), .certificateNumber,
      ])
    #expect(plan.certification == .given(try CertificationCode("RNCP38052")))
    #expect(try proposal.column("Jury").serials.isEmpty)
    #expect(plan.awards == .byCertificateNumber)
    #expect(plan.pathway == .open)
    #expect(proposal.said.contains("300 lignes de candidats"))
  }
}
