import EventSamples
import Events
import Testing

/// R10: where the framework selects candidates, a job seeker is selected before training starts, and the
/// enrolment states the candidate's public.
@Suite struct R10Tests {
  private func unselected(_ french: String, _ english: String) -> Breach {
    Breach(
      (
        "le candidat de D1 n’est pas sélectionné le 1er février 2018 pour la formation ; il manque : \(french)",
        "the candidate of D1 is not selected for training on 2018-02-01; missing: \(english)"
      ),
      remedy: (
        "un prérequis (PrerequisiteVerified), un test (SelectionTestTaken) et un entretien (SelectionInterviewHeld), au plus tard le jour où la formation commence",
        "a prerequisite (PrerequisiteVerified), a test (SelectionTestTaken) and an interview (SelectionInterviewHeld), no later than the day training starts"
      ))
  }

  /// A framework that selects job seekers by a test and an interview of both bodies, after one of two
  /// prerequisites; a third is only advised.
  private func selecting() throws -> RuleHistory {
    func prerequisite(_ code: String, isAdvised: Bool? = nil) throws -> Prerequisite {
      Prerequisite(
        code: try Samples.id(code), audience: .jobSeeker, label: try FreeText("Niveau"),
        advised: isAdvised)
    }
    return try RuleHistory(
      .framework(
        prerequisites: [
          prerequisite("levelIV"), prerequisite("experience"),
          prerequisite("levelV", isAdvised: true),
        ],
        selection: Selection(
          audience: .jobSeeker, test: true, interviewers: NonEmpty([.trainingBody, .housingBody]))))
  }

  private func jobSeeker(_ facts: [(Fact, String)]) throws -> RuleHistory {
    var history = try selecting()
    try history.add(.enrolled(public: .jobSeeker), on: "2018-01-08")
    for (fact, day) in facts { try history.add(fact, on: day) }
    return history
  }

  private func started(_ history: RuleHistory, on day: String = "2018-02-01") throws -> Breach? {
    try history.breach(of: 10, by: .trainingStarted(), on: day)
  }

  @Test func `R10 judges enrolments, changes of pathway and the start of training`() throws {
    try expect(
      10, judges: [.candidateEnrolled, .pathwayChanged, .trainingStarted],
      source: ("3474, prérequis et sélection", "3474, prerequisites and selection"))
  }

  @Test func `an enrolment in training states the public where the framework selects one`() throws {
    let history = try selecting()
    #expect(
      try history.breach(of: 10, by: .enrolled(), on: "2018-01-08")
        == Breach(
          (
            "l’inscription n’indique pas si le candidat est salarié ou demandeur d’emploi",
            "the enrolment does not state whether the candidate is an employee or a job seeker"
          ),
          remedy: (
            "salarié (public=employee) ou demandeur d’emploi (public=jobSeeker)",
            "employee (public=employee) or job seeker (public=jobSeeker)"
          )))
    #expect(
      try history.breach(of: 10, by: .enrolled(public: .employee), on: "2018-01-08") == nil)
    #expect(try history.breach(of: 10, by: .enrolled(by: .experience), on: "2018-01-08") == nil)
    #expect(try RuleHistory().breach(of: 10, by: .enrolled(), on: "2018-01-08") == nil)
  }

  @Test
  func `a job seeker who starts training without selection is refused, and each step is named`()
    throws
  {
    #expect(
      try started(jobSeeker([]))
        == unselected(
          "un prérequis vérifié, un test d’entrée réussi, un entretien favorable avec les organismes exigés",
          "a verified prerequisite, a passed entry test, a favourable interview by the required bodies"
        ))
  }

  @Test func `a job seeker selected in any order may start training that same day`() throws {
    let day = "2018-02-01"
    #expect(
      try started(
        jobSeeker([(.prerequisite("levelIV"), day), (.entryTest(), day), (.interview(), day)]))
        == nil)
    #expect(
      try started(
        jobSeeker([
          (.interview(), "2018-01-09"), (.entryTest(), "2018-01-10"),
          (.prerequisite("levelIV"), "2018-01-11"),
        ])) == nil)
  }

  @Test func `a prerequisite not satisfied, only advised or of another public does not count`()
    throws
  {
    let missing = unselected("un prérequis vérifié", "a verified prerequisite")
    for fact in [try Fact.prerequisite("levelIV", satisfied: false), try .prerequisite("levelV")] {
      let history = try jobSeeker([
        (fact, "2018-01-09"), (.entryTest(), "2018-01-10"), (.interview(), "2018-01-10"),
      ])
      #expect(try started(history) == missing)
    }
  }

  @Test func `a test failed does not count`() throws {
    let missing = unselected("un test d’entrée réussi", "a passed entry test")
    for test in [(try Fact.entryTest(passed: false), "2018-01-10")] {
      let history = try jobSeeker([
        test, (.prerequisite("experience"), "2018-01-09"), (.interview(), "2018-01-10"),
      ])
      #expect(try started(history) == missing)
    }
  }

  @Test func `an interview unfavourable or by one body does not count`()
    throws
  {
    let missing = unselected(
      "un entretien favorable avec les organismes exigés",
      "a favourable interview by the required bodies")
    for interview in [
      (try Fact.interview(favourable: false), "2018-01-10"),
      (try .interview(by: [.trainingBody]), "2018-01-10"),
    ] {
      let history = try jobSeeker([
        interview, (.prerequisite("levelIV"), "2018-01-09"), (.entryTest(), "2018-01-10"),
      ])
      #expect(try started(history) == missing)
    }
  }

  @Test func `a fact that is there but too late is named with its day`() throws {
    #expect(
      try started(
        jobSeeker([
          (.prerequisite("levelIV"), "2018-01-09"), (.entryTest(), "2018-03-02"),
          (.entryTest(), "2018-02-02"), (.interview(favourable: false), "2018-02-03"),
        ]))
        == unselected(
          "un test d’entrée réussi (celui du 2 février 2018 vient trop tard), un entretien favorable avec les organismes exigés",
          "a passed entry test (that of 2018-02-02 is too late), a favourable interview by the required bodies"
        ))
  }

  @Test func `a change to training states the public, another change keeps the one stated`() throws
  {
    var history = try selecting()
    try history.add(.enrolled(public: .jobSeeker), on: "2018-01-08")
    #expect(
      try history.breach(of: 10, by: .changed(to: .continuingTraining), on: "2018-01-20")?.message
        == Text(
          "le changement de voie n’indique pas si le candidat est salarié ou demandeur d’emploi",
          "the change of pathway does not state whether the candidate is an employee or a job seeker"
        ))
    #expect(
      try history.breach(
        of: 10, by: .changed(to: .continuingTraining, public: .employee), on: "2018-01-20") == nil)
    #expect(
      try history.breach(of: 10, by: .changed(to: .experience), on: "2018-01-20") == nil)
    try history.add(.changed(to: .experience), on: "2018-01-20")
    #expect(try started(history) != nil)
    try history.add(.changed(to: .continuingTraining, public: .employee), on: "2018-01-21")
    #expect(try started(history) == nil)
    try history.add(.changed(to: .continuingTraining, public: .jobSeeker), on: "2018-02-02")
    #expect(try started(history) == nil)
  }

  @Test func `an employee, or a job seeker who completes a candidacy, needs no selection`() throws {
    var history = try selecting()
    try history.add(.enrolled("D0", public: .employee), on: "2018-01-08")
    try history.add(.enrolled(public: .jobSeeker, completes: "D0"), on: "2018-01-08")
    #expect(try started(history) == nil)
    #expect(try history.breach(of: 10, by: .trainingStarted("D0"), on: "2018-02-01") == nil)
  }

  @Test func `R10 can be waived`() throws {
    #expect(
      try jobSeeker([]).waiver(of: 10, by: .trainingStarted(), on: "2018-02-01") == .recorded)
    #expect(try selecting().waiver(of: 10, by: .enrolled(), on: "2018-01-08") == .recorded)
  }
}
