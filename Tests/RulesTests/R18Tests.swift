import Events
import Testing

/// R18: a training shorter than the framework's hours is reported, unless a positioning test adapted the
/// path.
@Suite struct R18Tests {
  private func short(_ french: String, _ english: String) -> Breach {
    Breach(
      (french, english),
      remedy: (
        "ces heures, ou avant la fin un test de positionnement qui adapte le parcours (PositioningTestTaken)",
        "these hours, or before the end a positioning test that adapts the path (PositioningTestTaken)"
      ))
  }

  /// Employees: 273 h in the centre. Job seekers: 434 h in the centre and 175 h in the company.
  private func history(_ audience: Audience?, completes: String? = nil) throws -> RuleHistory {
    var history = try RuleHistory(
      .framework(training: [
        TrainingProgramme(
          audience: .employee, centreDays: Count(39), centreHours: Count(273),
          assessmentDays: Count(2)),
        TrainingProgramme(
          audience: .jobSeeker, centreDays: Count(62), centreHours: Count(434),
          companyHours: Count(175), assessmentDays: Count(2)),
      ]))
    try history.add(.enrolled(public: audience, completes: completes), on: "2018-01-08")
    return history
  }

  private func breach(_ history: RuleHistory, _ fact: Fact) throws -> Breach? {
    try history.breach(of: 18, by: fact, on: "2018-06-01")
  }

  @Test func `R18 judges the end of training, by the hours of 3474`() throws {
    try expect(
      18, judges: [.trainingCompleted],
      source: ("3474, durée de la formation", "3474, duration of training"))
  }

  @Test func `an hour less than the programme's is reported, its very hours are not`() throws {
    let history = try history(.employee)
    #expect(try breach(history, .trained(273)) == nil)
    #expect(
      try breach(history, .trained(272))
        == short(
          "272 h en centre et 0 h en entreprise ; il faut 273 h en centre et 0 h en entreprise",
          "272 h in the centre and 0 h in the company; 273 h and 0 h are required"))
  }

  @Test func `the hours in company count apart from those in centre`() throws {
    let history = try history(.jobSeeker)
    #expect(try breach(history, .trained(434, inCompany: 175)) == nil)
    #expect(
      try breach(history, .trained(434, inCompany: 174))
        == short(
          "434 h en centre et 174 h en entreprise ; il faut 434 h en centre et 175 h en entreprise",
          "434 h in the centre and 174 h in the company; 434 h and 175 h are required"))
    #expect(try breach(history, .trained(433, inCompany: 300)) != nil)
    #expect(try breach(history, .trained(900)) != nil)
  }

  @Test func `a candidate without a public needs no hours`() throws {
    #expect(try breach(history(nil), .trained(1)) == nil)
  }

  @Test func `a free candidate or one in VAE needs no hours, whatever the public`() throws {
    for pathway in [Pathway.individual, .experience] {
      var history = try history(.employee)
      try history.add(.changed(to: pathway), on: "2018-02-01")
      #expect(try breach(history, .trained(1)) == nil)
      try history.add(.changed(to: .continuingTraining), on: "2018-03-01")
      #expect(try breach(history, .trained(1)) != nil)
    }
  }

  @Test func `the hours asked are those of the public last stated`() throws {
    var history = try history(.jobSeeker)
    try history.add(.changed(to: .continuingTraining, public: .employee), on: "2018-02-01")
    #expect(try breach(history, .trained(273)) == nil)
  }

  @Test func `minutes count with the hours`() throws {
    let message = try breach(history(.employee), .trained(272, 59))?.message
    #expect(
      message?.english
        == "272 h 59 in the centre and 0 h in the company; 273 h and 0 h are required")
  }

  @Test func `a positioning test before the end that adapts the path lifts the hours`() throws {
    var history = try history(.employee)
    try history.add(.positioned(adjusted: false), on: "2018-01-09")
    try history.add(.positioned(adjusted: true), on: "2018-06-02")
    #expect(try breach(history, .trained(1)) != nil)
    try history.add(.positioned(adjusted: true), on: "2018-06-01")
    #expect(try breach(history, .trained(1)) == nil)
  }

  @Test func `a candidacy that completes another needs no hours`() throws {
    #expect(try breach(history(.employee, completes: "D0"), .trained(1)) == nil)
  }

  @Test func `a framework without programmes asks no hours`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(try breach(history, .trained(0)) == nil)
  }

  @Test func `R18 is reported and never refused, so it cannot be waived`() throws {
    #expect(
      try history(.employee).waiver(of: 18, by: .trained(1), on: "2018-06-01") == .forbidden)
  }
}
