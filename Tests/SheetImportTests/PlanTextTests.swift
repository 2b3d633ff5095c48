import Events
import SheetImport
import TestSupport
import Testing

struct PlanTextTests {
  @Test(arguments: Language.allCases)
  func `a plan that is written and read is the same plan`(language: Language) throws {
    for seed in 0..<UInt64(TrialSize.inputs(default: 300)) {
      var random = RandomPlan(seed: seed)
      let plan = try random.plan()
      let text = PlanText(plan).text(in: language)
      do throws(PlanFailure) {
        let read = try PlanText.plan(Array(text.utf8))
        let written = RandomPlan.onOneLine(plan)
        guard read != written else { continue }
        let columns = zip(read.columns, written.columns).filter { $0 != $1 }
        Issue.record("seed \(seed): \(columns)\n\(text)")
        return
      } catch {
        Issue.record("seed \(seed): \(error.problems)\n\(text)")
        return
      }
    }
  }

  @Test func `a file with a byte-order mark and any line ends is read`() throws {
    let text = PlanText(try PlanSamples.wide()).text(in: .french)
    let plan = try PlanText.plan(Array(text.utf8))
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for end in ["\r\n", "\r"] {
      let bytes = mark + Array(text.replacing("\n", with: end).utf8)
      #expect(try PlanText.plan(bytes) == plan)
    }
  }

  @Test func `case, accents, apostrophes, quotes and the other language are read the same`() throws
  {
    let right = """
      [MOTS « nom » | nom d'usage]
      « a = b » = laisser
      (VIDE) beside "x" = nothing
      [Feuille]
      Onglets = 2019 | « 20 | 20 »
      entete=3
      rows left out = 61, 319 - 321
      PATHWAY = contrat de professionnalisation
      Session day = 17 juin 2020
      inscription = 1er septembre précédent
      convocation = 01/09/2019
      certificat = session day
      Delivrance = Numéro de certificat
      MODE DES JURYS = a distance
      seuil = 12.5
      candidacies = une par reference
      [colonnes]
      NOM = Nom de Naissance
      NOM D’USAGE = usage name
      NOM (2) = ignoree
      colonne k = IGNORED
      Né le = date de naissance;day first;nombres 1904 lignes 12 - 40 ; numbers ?
      BC01 = decision on BC 01
      Note = note sur 20 ; threshold 12,25
      """
    let plan = try PlanText.plan(Array(right.utf8))
    #expect(plan.tabs == ["2019", "20 | 20"])
    #expect(plan.headerRow == 3)
    #expect(plan.leftOutRows == [61, 319, 320, 321])
    #expect(plan.pathway == .given(.professionalisation))
    #expect(plan.session == .given(try CalendarDate(2020, 6, 17)))
    #expect(plan.enrolment == .given(.yearly(month: 9, day: 1)))
    #expect(plan.summons == .given(.fixed(try CalendarDate(2019, 9, 1))))
    #expect(plan.certificate == .given(.session))
    #expect(plan.sessionMode == .given(.remote))
    #expect(plan.threshold == .given(Mark(hundredths: 1250)))
    #expect(plan.candidacies == .onePerReference)
    #expect(plan.awards == .byCertificateNumber)
    #expect(
      plan.columns.map(\.heading) == [
        "NOM", "NOM D’USAGE", "NOM", "K", "Né le", "BC01", "Note",
      ])
    #expect(plan.columns.map(\.occurrence) == [1, 1, 2, 1, 1, 1, 1])
    #expect(
      plan.columns.map(\.field) == [
        .birthName, .usageName, .ignored, .ignored, .birthDate, .verdictOn(try BlockCode("BC01")),
        .mark,
      ])
    let words = [
      PlannedWord("a = b", .leftOut), PlannedWord("", beside: "x", .nothing),
    ]
    #expect(plan.columns[0].words == words)
    #expect(plan.columns[1].words == words)
    #expect(plan.columns[2].words.isEmpty)
    #expect(plan.columns[4].dayForm == .given(.dayFirst))
    #expect(
      plan.columns[4].serials == [
        SerialDays(.given(.year1904), rows: 12...40), SerialDays(.open),
      ])
    #expect(plan.columns[6].scale == 20)
    #expect(plan.columns[6].threshold == Mark(hundredths: 1225))
  }

  @Test func `the day of a heading may have another for the rows below none`() throws {
    let text = "[feuille]\njour de session = titre, sinon 17/06/2020\n[colonnes]\n"
    let plan = try PlanText.plan(Array(text.utf8))
    #expect(plan.sectionsAreSessions)
    #expect(plan.session == .given(try CalendarDate(2020, 6, 17)))
  }
}
