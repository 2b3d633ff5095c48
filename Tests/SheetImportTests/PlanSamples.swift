import Catalogue
import Events
import SheetImport

/// Plans as they are proposed, and the certifications that they speak of.
enum PlanSamples {
  /// A row a candidate, a column a block.
  static func wide() throws -> ImportPlan {
    var plan = ImportPlan()
    plan.headerRow = 3
    plan.leftOutRows = [61, 319, 320, 321]
    plan.certification = .given(try CertificationCode("RNCP38052"))
    plan.enrolment = .given(.session)
    plan.summons = .given(.yearly(month: 9, day: 1))
    plan.certificate = .open
    plan.sessionMode = .given(.onSite)
    plan.reason = "Jour non tenu à l’époque : posé au jour de la session."
    var birth = PlannedColumn("Né(e) le", .birthDate)
    birth.dayForm = .given(.dayFirst)
    birth.serials = [
      SerialDays(.given(.year1900)), SerialDays(.given(.year1904), rows: 12...40),
    ]
    var session = PlannedColumn("Date jury", .sessionDay)
    session.dayForm = .open
    var pathway = PlannedColumn("Voie", .pathway)
    pathway.words = [PlannedWord("CP", .pathway(.professionalisation)), PlannedWord("FC", .open)]
    let verdicts = [
      PlannedWord("V", .verdict(.validated)), PlannedWord("équivalence", .open),
      PlannedWord("dispensé", .equivalence(authority: "DREETS")),
      PlannedWord("", beside: "X", .verdict(.refused)), PlannedWord("", .open),
    ]
    var first = PlannedColumn("BC01 Accueil", .verdictOn(try BlockCode("RNCP38052BC01")))
    first.words = verdicts
    var second = PlannedColumn("BC02 Doléances", .verdictOn(try BlockCode("BC02")))
    second.words = verdicts
    var again = PlannedColumn("NOM", .ignored)
    again.occurrence = 2
    var mark = PlannedColumn("Note # /20", .markOn(try BlockCode("RNCP38052BC03")))
    mark.scale = 20
    mark.threshold = Mark(hundredths: 1250)
    plan.columns = [
      PlannedColumn("NOM", .birthName), PlannedColumn("Prénom", .firstNames), birth, pathway,
      session, first, second, again, mark, PlannedColumn("J", .ignored),
    ]
    return plan
  }

  /// What a proposal says of ``wide()``.
  static var notes: PlanNotes {
    var notes = PlanNotes()
    notes.file = "1 suivi.csv"
    notes.findings = [
      Text("Windows-1252, séparateur « ; »", "Windows-1252, separator \";\""),
      Text("314 lignes de candidats ; 9 laissées", "314 rows of candidates; 9 left out"),
    ]
    notes.columns = [
      2: [Text("le jour est d’abord : 23/06/1975", "the day is first: 23/06/1975")],
      7: [
        Text("deuxième colonne de cet intitulé", "second column of this heading"),
        Text("vide partout", "blank everywhere"),
      ],
    ]
    notes.counts = [3: [120, 1], 5: [300, 1, 0, 5, 2], 6: [12, 3, 0, 2, 1]]
    return notes
  }

  static func frameworks() throws -> KnownFrameworks {
    KnownFrameworks(
      try BuiltInCatalogue.events().compactMap { event in
        if case .certificationRegistered(let registration) = event.fact {
          registration
        } else {
          nil
        }
      })
  }

  static func read(_ text: String) throws(PlanFailure) -> ImportPlan {
    try PlanText.plan(Array(text.utf8))
  }
}
