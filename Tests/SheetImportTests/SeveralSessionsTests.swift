import Events
import SheetImport
import Testing

struct SeveralSessionsTests {
  private static let sheet = [
    "Nom;Prénom;Né le;Voie;Session 1;BC01 S1;BC02 S1;Session 2;BC01 S2;BC02 S2",
    "ABADIE;Léa;13/02/1990;FC;17/06/2020;V;NV;15/12/2020;;V",
    "BRUN;Tom;14/03/1991;FC;17/06/2020;V;V;;;",
    "CARO;Ida;15/03/1991;FC;17/06/2020;V;NV;16/12/2020;;NV",
    "DINO;Ugo;16/03/1991;FC;;;;15/12/2020;V;",
    "ELLA;Eva;17/03/1991;FC;17/06/2020;V;NV;;;V",
  ]

  private func decisions(_ reading: SheetReading) -> [[String]] {
    reading.rows.map { row in
      row.decisions.map { "\($0.block) \($0.on?.description ?? "-")" }
    }
  }

  @Test func `a decision is of the session at its left`() throws {
    let plan = try proposal(Self.sheet).plan
    let day = plan.columns.map(\.field)
    #expect(day.count { $0 == .sessionDay } == 2 && day.count { $0 == .ignored } == 0)
    var closed = plan
    for index in closed.columns.indices {
      closed.columns[index].words = [
        PlannedWord("V", .verdict(.validated)), PlannedWord("NV", .verdict(.refused)),
        PlannedWord("FC", .pathway(.continuingTraining)), PlannedWord("", .verdict(.refused)),
      ].filter { word in
        plan.columns[index].field != .pathway
          ? word.meaning != .pathway(.continuingTraining)
          : word.meaning == .pathway(.continuingTraining)
      }
    }
    let reading = try Rows.read(Self.sheet.joined(separator: "\n"), closed)
    let (one, two) = ("RNCP38052BC01", "RNCP38052BC02")
    #expect(
      decisions(reading) == [
        [
          "\(one) 2020-06-17", "\(two) 2020-06-17", "\(one) 2020-12-15", "\(two) 2020-12-15",
        ], ["\(one) 2020-06-17", "\(two) 2020-06-17"],
        [
          "\(one) 2020-06-17", "\(two) 2020-06-17", "\(one) 2020-12-16", "\(two) 2020-12-16",
        ], ["\(one) 2020-12-15", "\(two) 2020-12-15"],
        ["\(one) 2020-06-17", "\(two) 2020-06-17"],
      ])
    let first = reading.rows.map { $0.sessionOn?.description }
    #expect(first == ["2020-06-17", "2020-06-17", "2020-06-17", "2020-12-15", "2020-06-17"])
    let missing = reading.issues.filter { $0.cause == .noSession }
    #expect(missing.map(\.row.number) == [6] && missing.map(\.column) == [9])
  }

  @Test func `a column’s own day is the plan’s, and is written`() throws {
    let text = """
      [feuille]
      certification = RNCP38052
      [colonnes]
      Nom = nom de naissance
      Jury = jour de session ; jour d’abord
      BC01 = décision sur BC01
      Reprise = décision sur BC01 ; session 17/06/2021
      [mots BC01 | Reprise]
      V = validé
      NV = refusé
      """
    let plan = try PlanSamples.read(text).resolved(by: PlanSamples.frameworks())
    #expect(plan.columns[3].sessionOn == (try CalendarDate(2021, 6, 17)))
    for language in [Language.french, .english] {
      #expect(try PlanSamples.read(PlanText(plan).text(in: language)) == plan)
    }
    let reading = try Rows.read("Nom;Jury;BC01;Reprise\nA;17/06/2020;NV;V", plan)
    #expect(
      decisions(reading) == [["RNCP38052BC01 2020-06-17", "RNCP38052BC01 2021-06-17"]])
  }

  @Test func `a heading’s day is proposed, and a second column without one is told`() throws {
    let dated = try proposal([
      "Nom;Prénom;Né le;BC01 17/06/2020;BC02 17/06/2020;BC02 le 15 décembre 2020",
      "ABADIE;Léa;13/02/1990;V;NV;V", "BRUN;Tom;14/03/1991;V;V;", "CARO;Ida;15/03/1991;V;NV;NV",
    ])
    let days = dated.plan.columns.compactMap { $0.sessionOn?.description }
    #expect(days == ["2020-06-17", "2020-06-17", "2020-12-15"])
    #expect(dated.plan.session == nil)
    let bare = try proposal([
      "Nom;Prénom;Né le;Date jury;BC01;BC02;BC02 reprise",
      "ABADIE;Léa;13/02/1990;17/06/2020;V;NV;V", "BRUN;Tom;14/03/1991;17/06/2020;V;V;",
      "CARO;Ida;15/03/1991;17/06/2020;V;NV;NV",
    ])
    #expect(try bare.field("BC02 reprise") == .ignored)
    let first = bare.notes.findings.first?.french ?? ""
    #expect(first.contains("une deuxième colonne de BC02 n’est pas lue : « BC02 reprise »"))
  }
}
