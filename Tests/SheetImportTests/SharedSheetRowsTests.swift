import Events
import SheetImport
import Sheets
import Testing

/// The four sheets given, read by plans written by hand.
struct SharedSheetRowsTests {
  @Test func `the wide sheet has the decisions of its persons`() throws {
    guard let file = try Rows.shared("1-suivi-large-cp1252.csv") else { return }
    let doubles: Set = [28, 37, 47, 70, 150, 151, 153, 190, 193, 208, 227, 252, 264, 288]
    let whole = try Rows.read(file, try wide())
    #expect(whole.rows.count == 314)
    #expect(whole.leftOut.blank == 9 && whole.leftOut.titles == 1 && whole.leftOut.totals == 1)
    #expect(whole.leftOut.sections == 0 && whole.leftOut.headings == 0)
    #expect(whole.unplanned == ["N°", "Obs."])
    #expect(whole.count { $0 == .noBirthPlace } == 67)
    #expect(whole.count { $0 == .postalCodeDigits } == 28)
    #expect(whole.count { $0 == .noBirthDate } == 4)
    #expect(whole.count { $0 == .incompleteBirthDate } == 2)
    #expect(whole.rows.count { $0.birthDate == nil } == 4)
    #expect(whole.rows.count { $0.sessionOn == nil } == 0)
    #expect(whole.rows.count(where: \.isAwarded) == 121)

    var plan = try wide()
    plan.leftOutRows = doubles
    let reading = try Rows.read(file, plan)
    #expect(reading.rows.count == 300 && reading.leftOut.planned == 14)
    #expect(reading.decisions(.validated) == 932)
    #expect(reading.decisions(.refused) == 213)
    #expect(reading.decisions(.refused, fromBlank: true) == 24)
    #expect(reading.count { if case .blank = $0 { true } else { false } } == 17)
    #expect(reading.count { if case .word = $0 { true } else { false } } == 14)
    #expect(reading.rows.count(where: \.isAwarded) == 118)
  }

  private func wide() throws -> ImportPlan {
    let verdicts: [PlannedWord] =
      ["V", "Validé", "acquis", "X"].map { PlannedWord($0, .verdict(.validated)) }
      + ["NV", "Non validé", "non acquis"].map { PlannedWord($0, .verdict(.refused)) }
      + [
        PlannedWord("", beside: "X", .verdict(.refused)), PlannedWord("", .open),
        PlannedWord("équivalence", .open), PlannedWord("dispensé", .leftOut),
      ]
    let sexes =
      ["Mme", "Mlle", "Madame"].map { PlannedWord($0, .sex(.female)) }
      + ["M", "Mr"].map { PlannedWord($0, .sex(.male)) }
    let pathways = [
      PlannedWord("VAE", .pathway(.experience)),
      PlannedWord("Apprentissage", .pathway(.apprenticeship)),
      PlannedWord("app.", .pathway(.apprenticeship)),
      PlannedWord("CP", .pathway(.professionalisation)),
      PlannedWord("Contrat pro", .pathway(.professionalisation)),
      PlannedWord("FC", .pathway(.continuingTraining)),
      PlannedWord("Formation continue", .pathway(.continuingTraining)),
    ]
    let results = [
      PlannedWord("ADMIS", .awarded), PlannedWord("PARTIEL", .nothing),
      PlannedWord("REFUSÉ", .nothing),
    ]
    return try Rows.plan(
      header: 3,
      [
        Rows.column("Civilité", .sex, words: sexes), PlannedColumn("NOM", .birthName),
        PlannedColumn("NOM D'USAGE", .usageName), PlannedColumn("Prénom", .firstNames),
        Rows.column("Né(e) le", .birthDate, form: .given(.dayFirst)),
        PlannedColumn("Lieu de naissance", .birthPlace), PlannedColumn("CP", .birthPostalCode),
        Rows.column("Voie", .pathway, words: pathways),
        Rows.column("Date jury", .sessionDay, form: .given(.dayFirst)),
        Rows.column("BC01 Accueil", .verdictOn(try Rows.block(1)), words: verdicts),
        Rows.column("BC02 Doléances", .verdictOn(try Rows.block(2)), words: verdicts),
        Rows.column("BC03 Enregistrement", .verdictOn(try Rows.block(3)), words: verdicts),
        Rows.column("BC04 Assistanat", .verdictOn(try Rows.block(4)), words: verdicts),
        Rows.column("Résultat", .result, words: results),
        PlannedColumn("N° certificat", .certificateNumber),
      ])
  }

  @Test func `the sheet of marks decides only by a threshold`() throws {
    guard let file = try Rows.shared("3-notes-virgules-utf8bom.csv") else { return }
    let words = ["ABS", "NE"].map { PlannedWord($0, .verdict(.absent)) }
    var plan = try Rows.plan([
      PlannedColumn("Matricule", .personReference), PlannedColumn("Nom", .birthName),
      PlannedColumn("Prénom", .firstNames),
      Rows.column("Date de naissance", .birthDate, form: .given(.dayFirst)),
      Rows.column(
        "Certification", .certification,
        words: [PlannedWord("CAL", .certification(try CertificationCode("RNCP38052")))]),
      Rows.column("Entrée", .trainingStart, form: .given(.dayFirst)),
      Rows.column("Sortie", .trainingEnd, form: .given(.dayFirst)),
      PlannedColumn("Heures centre", .centreHours),
      PlannedColumn("Heures entreprise", .companyHours),
      Rows.column("Date du jury", .sessionDay, form: .given(.dayFirst)),
    ])
    plan.threshold = .open
    for number in 1...4 {
      var column = Rows.column(
        "Note BC0\(number) /20", .markOn(try Rows.block(number)), words: words)
      column.scale = 20
      plan.columns.append(column)
    }
    let open = try Rows.read(file, plan)
    #expect(open.rows.count == 300 && open.rows.allSatisfy { $0.certification != nil })
    #expect(open.rows.count { $0.personReference == nil } == 3)
    #expect(open.decisions(.absent) == 16 && open.decisions(.validated) == 0)
    #expect(open.count { if case .blank = $0 { true } else { false } } == 14)
    #expect(open.count { if case .notHours = $0 { true } else { false } } == 0)
    #expect(open.count { if case .notAMark = $0 { true } else { false } } == 0)
    #expect(open.rows[0].centreTime == 280 * 60 && open.rows[5].companyTime == 1175 * 60 + 30)
    plan.threshold = .given(Mark(hundredths: 1000))
    let given = try Rows.read(file, plan)
    #expect(given.decisions(.validated) + given.decisions(.refused) == 1200 - 14 - 16)
  }

  @Test func `the long sheet has a decision in each row`() throws {
    guard let file = try Rows.shared("5-decisions-longues-cp1252.csv") else { return }
    let verdicts = [
      PlannedWord("Validé", .verdict(.validated)), PlannedWord("Non validé", .verdict(.refused)),
      PlannedWord("Refusé", .verdict(.refused)), PlannedWord("Absent", .verdict(.absent)),
      PlannedWord("Ajourné", .verdict(.refused)),
    ]
    let reading = try Rows.read(
      file,
      try Rows.plan([
        PlannedColumn("Réf. dossier", .candidacyReference), PlannedColumn("Réf. REVA", .ignored),
        PlannedColumn("Nom de naissance", .birthName), PlannedColumn("Prénoms", .firstNames),
        Rows.column("Naissance", .birthDate, form: .given(.dayFirst)),
        PlannedColumn("Bloc", .block), Rows.column("Décision", .verdict, words: verdicts),
        Rows.column("Date de décision", .sessionDay, form: .given(.dayFirst)),
        PlannedColumn("Jury", .juryReference),
        PlannedColumn("Observations du jury", .grounds),
      ]))
    #expect(reading.rows.count == 646)
    #expect(reading.rows.allSatisfy { $0.decisions.count == 1 && $0.decisions[0].on != nil })
    #expect(reading.decisions(.validated) == 445)
    #expect(reading.decisions(.refused) == 92 + 47 + 24 && reading.decisions(.absent) == 38)
    #expect(Set(reading.rows.compactMap(\.candidacyReference)).count == 253)
    #expect(reading.issues.allSatisfy { $0.cause == .noBirthPlace })
  }

  @Test func `the workbook has a session day in every row`() throws {
    guard let file = try Rows.shared("7-classeur-fusionne.xlsx") else { return }
    let words = [
      PlannedWord("V", .verdict(.validated)), PlannedWord("NV", .verdict(.refused)),
    ]
    var plan =
      try Rows.plan(
        header: 2,
        [
          Rows.column("Jury", .sessionDay, form: .given(.dayFirst)),
          PlannedColumn("Nom", .birthName), PlannedColumn("Prénom", .firstNames),
          Rows.column("Naissance", .birthDate, form: .given(.dayFirst)),
          PlannedColumn("Certificat", .certificateNumber),
        ]
          + (1...4).map {
            Rows.column("BC0\($0)", .verdictOn(try Rows.block($0)), words: words)
          })
    #expect(try Rows.read(file, plan).rows.count(where: \.isAwarded) == 0)
    plan.awards = .byCertificateNumber
    let reading = try Rows.read(file, plan)
    #expect(reading.rows.count(where: \.isAwarded) == 125)
    #expect(reading.rows.count == 300 && reading.leftOut.titles == 1)
    #expect(Set(reading.rows.compactMap(\.sessionOn)).count == 18)
    #expect(reading.rows.allSatisfy { $0.sessionOn != nil && $0.birthDate != nil })
    #expect(reading.decisions(.validated) == 972 && reading.decisions(.refused) == 228)
    #expect(reading.issues.allSatisfy { $0.cause == .noBirthPlace })
  }
}
