import EventSamples
import Events
import Testing

/// R15: facts come in order.
@Suite struct R15Tests {
  private func breach(
    _ history: RuleHistory, _ fact: Fact, on day: String, recordedOn: String? = nil
  ) throws -> Breach? {
    try history.breach(of: 15, by: fact, on: day, recordedOn: recordedOn)
  }

  private func exists(_ subject: String, _ position: Int) -> Breach {
    Breach(
      (
        "\((try? Subject(subject))?.text.french ?? subject) existe déjà (position \(position))",
        "\(subject) already exists (position \(position))"
      ),
      remedy: (
        "un autre identifiant, ou la correction de cette entrée si elle est fausse",
        "another id, or a correction of that entry if it is wrong"
      ))
  }

  private let beforeEnrolment = Breach(
    (
      "un fait de D1 précéderait son inscription", "a fact of D1 would come before its enrolment"
    ),
    remedy: (
      "une inscription (CandidateEnrolled) au plus tard le jour du fait",
      "an enrolment (CandidateEnrolled) no later than the day of the fact"
    ))

  private func enrolled() throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    return history
  }

  @Test func `R15 judges every type, by a house rule`() throws {
    try expect(15, judges: Set(EventType.allCases), source: ("règle interne", "house rule"))
  }

  @Test func `a fact of the day it is recorded is accepted, one of the next day refused`() throws {
    let history = try enrolled()
    let fact = try Fact.trainingStarted()
    #expect(try breach(history, fact, on: "2018-02-01", recordedOn: "2018-02-01") == nil)
    #expect(
      try breach(history, fact, on: "2018-02-02", recordedOn: "2018-02-01")
        == Breach(
          (
            "le fait est daté du 2 février 2018, après le jour où il est enregistré, le 1er février 2018",
            "the fact is dated 2018-02-02, after the day it is recorded, 2018-02-01"
          ),
          remedy: ("un jour au plus tard le 1er février 2018", "a day no later than 2018-02-01")))
  }

  @Test func `an annulment is judged by its day alone`() throws {
    let history = try enrolled()
    let fact = try Fact.annulled(
      EventID(high: 1, low: 2), of: .candidacy(try CandidacyID("D9")))
    #expect(try breach(history, fact, on: "2017-01-01") == nil)
    #expect(try breach(history, fact, on: "2018-01-09", recordedOn: "2018-01-08") != nil)
  }

  @Test func `an id is introduced once, whatever the day of the entry that introduced it`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2019-01-08")
    try history.add(.convened(), on: "2019-05-20")
    #expect(try breach(history, .enrolled(), on: "2018-01-08") == exists("candidacy:D1", 2))
    #expect(try breach(history, .convened(), on: "2018-05-20") == exists("jury:J1", 3))
    #expect(try breach(history, .framework(), on: "2018-01-08") == exists("certification:T1", 1))
    #expect(try breach(history, .enrolled("D2"), on: "2018-01-08") == nil)
  }

  @Test func `an id whose entry is annulled is free, and the second of two is the wrong one`()
    throws
  {
    var history = try RuleHistory()
    let id = try history.add(.convened(), on: "2018-05-20")
    try history.add(.convened(), on: "2018-05-19")
    #expect(history.findings(of: 15) == ["3 jury:J1 already exists (position 2)"])
    try history.add(.annulled(id), on: "2018-05-21")
    #expect(history.findings(of: 15) == [])
  }

  @Test func `a certificate's number used twice is left to R14`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.certificate(), on: "2018-07-01")
    #expect(try breach(history, .certificate(), on: "2018-07-02") == nil)
  }

  @Test func `a policy takes effect on the day it is decided at the earliest`() throws {
    let history = try RuleHistory()
    let early = Breach(
      (
        "la politique prendrait effet le 31 mai 2018, avant le jour où elle est décidée",
        "the policy would take effect on 2018-05-31, before the day it is decided"
      ),
      remedy: (
        "dans `effectiveOn`, le 1er juin 2018 ou un jour suivant", "effectiveOn=2018-06-01 or later"
      ))
    for (day, expected) in [("2018-05-31", early), ("2018-06-01", nil)] {
      for policy in [
        try Fact.juryPolicy([.president], from: day), try .windowPolicy(3, from: day),
        try .validityPolicy(3, from: day),
      ] {
        #expect(
          try breach(history, policy, on: "2018-06-01") == expected, "\(policy.type) \(day)")
      }
    }
  }

  @Test
  func `a fact of the enrolment's day is accepted whatever its order, an earlier one refused`()
    throws
  {
    var history = try RuleHistory()
    try history.add(.trainingStarted(), on: "2018-01-08")
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(history.findings(of: 15) == [])
    #expect(try breach(history, .trainingStarted(), on: "2018-01-07") == beforeEnrolment)
    #expect(try breach(history, .trainingStarted("D9"), on: "2018-01-08") != nil)
  }

  @Test func `an enrolment after a fact of its candidacy is refused`() throws {
    var history = try RuleHistory()
    try history.add(.trainingStarted(), on: "2018-01-08")
    #expect(try breach(history, .enrolled(), on: "2018-01-09") == beforeEnrolment)
    #expect(try breach(history, .enrolled(), on: "2018-01-08") == nil)
  }

  @Test func `a fact of a jury on the day it is convened is accepted, an earlier one refused`()
    throws
  {
    var history = try enrolled()
    try history.add(.convened(), on: "2018-05-20")
    #expect(try breach(history, .summoned(), on: "2018-05-20") == nil)
    #expect(
      try breach(history, .summoned(), on: "2018-05-19")
        == Breach(
          (
            "le jury J1 n’est pas encore constitué le 19 mai 2018",
            "jury J1 is not yet convened on 2018-05-19"
          ),
          remedy: (
            "la constitution du jury (JuryConvened) ce jour-là ou avant",
            "the jury convened (JuryConvened) on or before that day"
          )))
  }

  @Test func `a certification is awarded once, and again after a revocation`() throws {
    var history = try RuleHistory.awarded()
    #expect(
      try breach(history, .awarded(), on: "2018-07-02")
        == Breach(
          (
            "la certification de D1 est déjà délivrée (position 8)",
            "the certification of D1 is already awarded (position 8)"
          ),
          remedy: (
            "rien de plus à enregistrer : la délivrance l’est déjà",
            "no other entry, for the award is already recorded"
          )))
    #expect(try breach(history, .awarded(), on: "2018-06-30") == nil)
    try history.add(.awardRevoked(), on: "2018-07-02")
    #expect(try breach(history, .awarded(), on: "2018-07-02") == nil)
  }

  @Test func `R15 cannot be waived`() throws {
    let history = try RuleHistory()
    #expect(
      try history.waiver(of: 15, by: .trainingStarted(), on: "2018-01-08") == .forbidden)
  }
}
