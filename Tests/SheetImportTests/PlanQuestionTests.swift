import Events
import SheetImport
import TestSupport
import Testing

struct PlanQuestionTests {
  private func keys(_ plan: ImportPlan) -> [String] { plan.openQuestions.map(\.key.english) }

  /// A plan without a question.
  private func answered() throws -> ImportPlan {
    var plan = try PlanSamples.wide()
    plan.certificate = .given(.session)
    plan.columns[4].dayForm = .given(.dayFirst)
    return plan
  }

  @Test func `a plan with every answer leaves nothing open, whatever its words leave open`() throws
  {
    #expect(keys(try answered()) == [])
  }

  @Test func `what is open, and not of a word, is asked in the order of the file`() throws {
    var plan = try answered()
    plan.certification = .open
    plan.audience = .open
    plan.enrolment = .open
    plan.summons = .open
    plan.certificate = .open
    plan.sessionMode = .open
    plan.threshold = .open
    plan.columns[8].threshold = nil
    plan.columns[4].dayForm = .open
    plan.columns[2].serials = [SerialDays(.open)]
    #expect(
      keys(plan) == [
        "certification", "audience", "enrolment", "summons", "certificate", "jury mode",
        "threshold", "Né(e) le", "Date jury",
      ])
  }

  @Test func `what no column says is asked though the plan has no line of it`() throws {
    var plan = try answered()
    plan.certification = nil
    plan.enrolment = nil
    plan.summons = nil
    plan.sessionMode = nil
    plan.columns.removeAll { $0.field == .pathway || $0.field == .sessionDay }
    #expect(
      keys(plan) == [
        "certification", "pathway", "session day", "enrolment", "summons", "jury mode",
      ])
    plan.sectionsAreSessions = true
    plan.columns.append(PlannedColumn("Entrée", .enrolmentDay))
    plan.columns.append(PlannedColumn("N° certificat", .certificateNumber))
    plan.certificate = nil
    #expect(
      keys(plan) == ["certification", "pathway", "summons", "certificate", "jury mode"])
  }

  @Test func `marks ask for a threshold, unless their column has one`() throws {
    var plan = try answered()
    #expect(keys(plan) == [])
    plan.columns[8].threshold = nil
    #expect(keys(plan) == ["threshold"])
    plan.threshold = .given(Mark(hundredths: 1000))
    #expect(keys(plan) == [])
  }

  @Test func `a question says what to write, with the choices`() throws {
    var plan = try answered()
    plan.certification = .open
    plan.columns[4].dayForm = .open
    let questions = plan.openQuestions(among: try PlanSamples.frameworks())
    #expect(
      questions.map { $0.text.text(in: .french).withPlainSpaces } == [
        "quelle certification ? écrire dans [feuille] certification = … : 3474 ou RNCP38052, ou dire "
          + "dans [colonnes] quelle colonne le porte",
        "dans les jours de « Date jury », qu’est-ce qui vient d’abord ? écrire dans [colonnes] "
          + "`jour d’abord` (17/06/2021) ou `mois d’abord` (06/17/2021)",
      ])
    #expect(
      questions.first?.text.english
        == "which certification? write in [sheet] certification = …: 3474 or RNCP38052, or say in "
        + "[columns] which column has it")
  }

  @Test func `awards without a day of their own ask for that of the session`() throws {
    var plan = try answered()
    plan.columns = Array(plan.columns.prefix(4))
    plan.columns.append(PlannedColumn("Inscrit le", .enrolmentDay))
    #expect(keys(plan) == [])
    plan.columns.append(PlannedColumn("N° certificat", .certificateNumber))
    #expect(keys(plan) == [])
    plan.awards = .byCertificateNumber
    #expect(keys(plan) == ["session day"])
    plan.awards = .byResult
    plan.columns.append(PlannedColumn("Résultat", .result))
    #expect(keys(plan) == ["session day"])
    plan.columns.append(PlannedColumn("Délivrée le", .awardDay))
    #expect(keys(plan) == [])
  }

  @Test func `a sheet in which nothing has a day but by the session asks for it`() throws {
    var plan = try answered()
    plan.columns = Array(plan.columns.prefix(4))
    #expect(keys(plan) == ["session day"])
    plan.enrolment = .given(.fixed(try CalendarDate(2020, 6, 17)))
    #expect(keys(plan) == [])
    plan.enrolment = .given(.yearly(month: 9, day: 1))
    #expect(keys(plan) == ["session day"])
    plan.sectionsAreSessions = true
    #expect(keys(plan) == [])
  }

  @Test func `the days of its blocks are the days of an award`() throws {
    var plan = try answered()
    plan.columns.removeAll { $0.field == .sessionDay || $0.field.isMarkOfBlock }
    plan.columns.append(PlannedColumn("Résultat", .result))
    plan.columns.append(PlannedColumn("BC01 le", .dayOf(try BlockCode("RNCP38052BC01"))))
    #expect(keys(plan) == ["session day"])
    plan.columns.append(PlannedColumn("BC02 le", .dayOf(try BlockCode("BC02"))))
    #expect(keys(plan) == [])
  }
}

extension PlannedField {
  fileprivate var isMarkOfBlock: Bool { if case .markOn = self { true } else { false } }
}
