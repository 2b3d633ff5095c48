import Events
import Testing

/// R01: the pathway is open; one open only to complete a partial certification needs a block held or
/// claimed.
@Suite struct R01Tests {
  private let notOpen = Breach(
    (
      "la voie « statut d’élève ou d’étudiant » n’est pas ouverte pour T1",
      "the pathway “student status” is not open for T1"
    ),
    remedy: (
      "une voie ouverte, parmi formation continue (pathway=continuingTraining), VAE (pathway=experience), candidature individuelle (pathway=individual)",
      "an open pathway, one of continuing training (pathway=continuingTraining), experience (VAE) (pathway=experience), individual application (pathway=individual)"
    ))
  private let onlyToComplete = Breach(
    (
      "la voie « candidature individuelle » n’est ouverte pour T1 que pour compléter une certification partielle, et le candidat n’a aucun bloc acquis et ne justifie d’aucun",
      "the pathway “individual application” is open for T1 only to complete a partial certification, and no block is held or claimed"
    ),
    remedy: (
      "une voie ouverte à tous, ou, dans `claims`, les blocs validés avant ce registre",
      "a pathway open to everyone, or, in `claims`, the blocks validated before this ledger"
    ))

  @Test
  func
    `R01 judges enrolments, changes of pathway and awards, by the fiche and by what 3474 says of completion`()
    throws
  {
    try expect(
      1, judges: [.candidateEnrolled, .pathwayChanged, .certificationAwarded],
      source: (
        "fiche, voies d’accès ; 3474, certification partielle",
        "fiche, pathways; 3474, partial certification"
      ))
  }

  @Test func `an enrolment by a closed pathway is refused`() throws {
    let history = try RuleHistory()
    #expect(try history.breach(of: 1, by: .enrolled(by: .student), on: "2018-01-08") == notOpen)
    #expect(try history.breach(of: 1, by: .enrolled(by: .experience), on: "2018-01-08") == nil)
  }

  @Test func `an enrolment by a pathway that the framework does not name is refused`() throws {
    let history = try RuleHistory()
    let breach = try history.breach(of: 1, by: .enrolled(by: .apprenticeship), on: "2018-01-08")
    #expect(breach?.message.english == "the pathway “apprenticeship” is not open for T1")
    #expect(breach?.message.french == "la voie « apprentissage » n’est pas ouverte pour T1")
  }

  @Test func `a pathway open only to complete is refused to who holds no block`() throws {
    var history = try RuleHistory()
    #expect(
      try history.breach(of: 1, by: .enrolled(by: .individual), on: "2018-01-08")
        == onlyToComplete)
    try history.add(.enrolled("D0"), on: "2017-02-01")
    #expect(
      try history.breach(of: 1, by: .enrolled(by: .individual), on: "2018-01-08")
        == onlyToComplete)
  }

  @Test func `a block held that day opens a pathway open only to complete`() throws {
    var history = try RuleHistory(.framework(validity: 1))
    try history.add(.enrolled("D0"), on: "2017-02-01")
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    for (day, expected) in [
      ("2017-06-19", onlyToComplete), ("2017-06-20", nil), ("2018-06-20", nil),
      ("2018-06-21", onlyToComplete),
    ] {
      #expect(
        try history.breach(of: 1, by: .enrolled(by: .individual), on: day) == expected, "\(day)")
    }
  }

  @Test func `another person's block opens no pathway, a merged id's does`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled("D0", "P0"), on: "2017-02-01")
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    let enrolment = try Fact.enrolled(by: .individual)
    #expect(try history.breach(of: 1, by: enrolment, on: "2018-01-08") == onlyToComplete)
    try history.add(.merged("P0", into: "P1"), on: "2019-01-01")
    #expect(try history.breach(of: 1, by: enrolment, on: "2018-01-08") == nil)
  }

  @Test func `a block of another certification opens no pathway of this one`() throws {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2017-01-01")
    try history.add(.enrolled("D0", on: "T2"), on: "2017-02-01")
    try history.add(.validated("T2-B1", of: "D0"), on: "2017-06-20")
    #expect(
      try history.breach(of: 1, by: .enrolled(by: .individual), on: "2018-01-08")
        == onlyToComplete)
  }

  @Test func `a block claimed opens it where it was validated by the enrolment's day`() throws {
    let history = try RuleHistory()
    for (day, expected) in [("2018-01-08", nil), ("2018-01-09", onlyToComplete)] {
      let enrolment = try Fact.enrolled(by: .individual, claims: [Fact.claim("T1-B1", of: day)])
      #expect(try history.breach(of: 1, by: enrolment, on: "2018-01-08") == expected, "\(day)")
    }
  }

  @Test func `R01 can be waived`() throws {
    let history = try RuleHistory()
    #expect(
      try history.waiver(of: 1, by: .enrolled(by: .student), on: "2018-01-08") == .recorded)
    #expect(try history.waiver(of: 1, by: .enrolled(), on: "2018-01-08") == .notNeeded)
  }
}
