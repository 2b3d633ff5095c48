import Events
import Testing

/// R17: a revocation, an appeal, its outcome or an annulment names what is in force.
@Suite struct R17Tests {
  private func notInForce(_ french: String, _ english: String) -> Breach {
    Breach(
      ("\(french) pour D1", "\(english) for D1"),
      remedy: (
        "ce qui est en vigueur ce jour-là, selon la chronologie de D1",
        "what is in force on that day, by the timeline of D1"
      ))
  }

  private var noDecision: Breach {
    notInForce(
      "aucune décision du jury J1 sur T1-B1 n’est en vigueur",
      "no decision of jury J1 on T1-B1 is in force")
  }

  private func breach(
    _ history: RuleHistory, _ fact: Fact, on day: String = "2018-07-01"
  ) throws -> Breach? {
    try history.breach(of: 17, by: fact, on: day)
  }

  @Test func `R17 judges revocations, appeals, annulments and merges, by a house rule`() throws {
    try expect(
      17,
      judges: [
        .juryDecisionRevoked, .decisionAppealed, .appealDecided, .recognitionRevoked,
        .certificationRevoked, .eventAnnulled, .candidateMerged,
      ], source: ("règle interne", "house rule"))
  }

  @Test func `a decision is revoked from its own day on, and once`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(try breach(history, .decisionRevoked()) == noDecision)
    try history.add(.validated(), on: "2018-06-20")
    #expect(try breach(history, .decisionRevoked(), on: "2018-06-20") == nil)
    #expect(try breach(history, .decisionRevoked(), on: "2018-06-19") == noDecision)
    try history.add(.decisionRevoked(), on: "2018-06-21")
    #expect(try breach(history, .decisionRevoked()) == noDecision)
  }

  @Test func `a decision of another jury or block is not revoked or appealed against`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.validated(), on: "2018-06-20")
    #expect(try breach(history, .decisionRevoked(by: "J2")) != nil)
    #expect(try breach(history, .decisionRevoked("T1-B2")) != nil)
    #expect(try breach(history, .appealed(by: "J2")) != nil)
    #expect(try breach(history, .appealed("T1-B2")) != nil)
  }

  @Test func `an appeal names a decision in force, a refusal too`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(try breach(history, .appealed()) == noDecision)
    try history.add(.refused(), on: "2018-06-20")
    #expect(try breach(history, .appealed()) == nil)
    try history.add(.decisionRevoked(), on: "2018-06-21")
    #expect(try breach(history, .appealed()) == noDecision)
  }

  @Test func `an appeal is decided once, and only where one is pending`() throws {
    let notPending = notInForce(
      "aucun recours contre une décision du jury J1 sur T1-B1 n’est en cours",
      "no appeal against a decision of jury J1 on T1-B1 is pending")
    var history = try RuleHistory.beforeJury()
    try history.add(.refused(), on: "2018-06-20")
    #expect(try breach(history, .appealDecided()) == notPending)
    try history.add(.appealed(), on: "2018-06-25")
    #expect(try breach(history, .appealDecided(), on: "2018-06-25") == nil)
    #expect(try breach(history, .appealDecided(), on: "2018-06-24") == notPending)
    #expect(try breach(history, .appealDecided(.falls, by: "J2")) != nil)
    #expect(try breach(history, .appealDecided(.falls, "T1-B2")) != nil)
    try history.add(.appealDecided(.stands), on: "2018-06-26")
    #expect(try breach(history, .appealDecided()) == notPending)
  }

  @Test func `an appeal is pending until decided, even when its decision is revoked`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.refused(), on: "2018-06-20")
    try history.add(.appealed(), on: "2018-06-25")
    try history.add(.decisionRevoked(), on: "2018-06-26")
    #expect(try breach(history, .appealDecided()) == nil)
  }

  @Test func `a recognition is revoked once`() throws {
    let none = notInForce(
      "aucune reconnaissance de T1-B1 n’est en vigueur", "no recognition of T1-B1 is in force")
    var history = try RuleHistory.beforeJury()
    #expect(try breach(history, .recognitionRevoked()) == none)
    try history.add(.recognised(), on: "2018-06-20")
    #expect(try breach(history, .recognitionRevoked(), on: "2018-06-20") == nil)
    #expect(try breach(history, .recognitionRevoked("T1-B2")) != nil)
    try history.add(.recognitionRevoked(), on: "2018-06-21")
    #expect(try breach(history, .recognitionRevoked()) == none)
  }

  @Test func `an award is revoked once`() throws {
    let none = notInForce("il n’y a pas de délivrance à révoquer", "there is no award to revoke")
    var history = try RuleHistory.awarded()
    #expect(try breach(history, .awardRevoked(), on: "2018-06-30") == none)
    #expect(try breach(history, .awardRevoked(), on: "2018-07-01") == nil)
    try history.add(.awardRevoked(), on: "2018-07-01")
    #expect(try breach(history, .awardRevoked()) == none)
  }

  @Test func `an entry is annulled once, and again when its annulment is annulled`() throws {
    var history = try RuleHistory()
    let id = try history.add(.enrolled(), on: "2018-01-08")
    #expect(try breach(history, .annulled(id)) == nil)
    let annulment = try history.add(.annulled(id), on: "2018-07-01")
    #expect(
      try breach(history, .annulled(id), on: "2018-01-08")
        == Breach(
          ("l’entrée est déjà annulée (position 3)", "the entry is already annulled (position 3)"),
          remedy: (
            "aucune autre annulation ; pour rétablir l’entrée, l’annulation de la position 3",
            "no other annulment; to restore the entry, the annulment of position 3"
          )))
    try history.add(.annulled(annulment), on: "2018-07-02")
    #expect(try breach(history, .annulled(id)) == nil)
  }

  @Test func `R17 can be waived`() throws {
    let history = try RuleHistory.beforeJury()
    for fact in [
      try Fact.decisionRevoked(), try .appealed(), try .appealDecided(),
      try .recognitionRevoked(), try .awardRevoked(),
    ] {
      #expect(try history.waiver(of: 17, by: fact, on: "2018-07-01") == .recorded, "\(fact.type)")
    }
  }

  @Test func `a revocation names blocks held`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.decisionRevoked(), on: "2018-07-01")
    #expect(try breach(history, .awardRevoked(naming: "T1-B2")) == nil)
    #expect(
      try breach(history, .awardRevoked(naming: "T1-B1", "T1-B2"))
        == Breach(
          ("D1 n’a pas acquis T1-B1", "D1 does not hold T1-B1"),
          remedy: (
            "dans `blocks`, des blocs acquis seulement", "in `blocks`, only blocks that are held"
          )))
  }

  @Test func `a merge names two persons, whatever the way they were merged`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(try breach(history, .merged("P2", into: "P1")) == nil)
    #expect(try breach(history, .merged("P1", into: "P1")) != nil)
    try history.add(.merged("P2", into: "P1"), on: "2018-07-02")
    try history.add(.merged("P3", into: "P1"), on: "2018-07-02")
    #expect(
      try breach(history, .merged("P2", into: "P3"))
        == Breach(
          (
            "P2 et P3 sont déjà une seule personne", "P2 and P3 are one person already"
          ),
          remedy: ("deux identifiants de deux personnes", "two ids of two persons")))
    #expect(history.findings(of: 17).isEmpty)
    try history.add(.merged("P1", into: "P2"), on: "2018-07-01")
    #expect(history.findings(of: 17) == ["8 P1 and P2 are one person already"])
  }

  @Test func `a framework under which something was recorded is not annulled`() throws {
    var history = try RuleHistory()
    let registration = try #require(history.envelopes.first).event.id
    let certification = Subject.certification(try CertificationCode("T1"))
    let fact = try Fact.annulled(registration, of: certification)
    #expect(try breach(history, fact) == nil)
    let enrolment = try history.add(.enrolled(), on: "2018-01-08")
    #expect(
      try breach(history, fact)?.message.english
        == "the framework of T1 is in use (position 2)")
    try history.add(.annulled(enrolment), on: "2018-02-01")
    #expect(try breach(history, fact) == nil)
  }
}
