import Events
import Testing

/// R06: a block already held is not decided again.
@Suite struct R06Tests {
  private let held = Breach(
    ("le bloc T1-B1 de D1 est déjà acquis", "block T1-B1 of D1 is already held"),
    remedy: (
      "d’abord la révocation de sa validation (JuryDecisionRevoked, RecognitionRevoked), ou l’annulation de l’entrée qui l’enregistre",
      "its validation revoked first (JuryDecisionRevoked, RecognitionRevoked), or the entry that records it annulled"
    ))

  private func decided(_ history: RuleHistory, on day: String = "2018-07-01") throws -> Breach? {
    let refused = try history.breach(of: 6, by: .refused(), on: day)
    #expect(try history.breach(of: 6, by: .validated(), on: day) == refused)
    return refused
  }

  @Test func `R06 judges the decisions of a jury and recognitions, by a house rule`() throws {
    try expect(
      6, judges: [.blockValidated, .blockRefused, .priorValidationRecognised],
      source: ("règle interne", "house rule"))
  }

  @Test func `a block validated is neither validated nor refused again`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(try decided(history) == nil)
    try history.add(.validated(), on: "2018-06-20")
    #expect(try decided(history) == held)
    #expect(try decided(history, on: "2018-06-20") == held)
    #expect(try decided(history, on: "2018-06-19") == nil)
    #expect(try history.breach(of: 6, by: .validated("T1-B2"), on: "2018-07-01") == nil)
  }

  @Test func `a block recognised is held, one refused is not`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.refused(), on: "2018-06-20")
    #expect(try decided(history) == nil)
    try history.add(.recognised(), on: "2018-06-21")
    #expect(try decided(history) == held)
  }

  @Test func `a block held in the candidacy completed is not decided again`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled("D0"), on: "2017-01-08")
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    try history.add(.enrolled(completes: "D0"), on: "2018-01-08")
    #expect(try decided(history) == held)
  }

  @Test func `a block whose decision was revoked may be decided again`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.validated(), on: "2018-06-20")
    try history.add(.decisionRevoked(), on: "2018-06-25")
    #expect(try decided(history, on: "2018-06-24") == held)
    #expect(try decided(history, on: "2018-06-25") == nil)
  }

  @Test func `an expired block may be decided again, not on its last day`() throws {
    var history = try RuleHistory.beforeJury(.framework(validity: 2))
    try history.add(.validated(), on: "2018-06-20")
    #expect(try decided(history, on: "2020-06-20") == held)
    #expect(try decided(history, on: "2020-06-21") == nil)
  }

  @Test func `R06 can be waived`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.validated(), on: "2018-06-20")
    #expect(try history.waiver(of: 6, by: .refused(), on: "2018-07-01") == .recorded)
  }

  @Test func `a block held is not recognised again, one revoked or held by no one is`() throws {
    var history = try RuleHistory.beforeJury()
    let fact = try Fact.recognised()
    #expect(try history.breach(of: 6, by: fact, on: "2018-07-01") == nil)
    try history.add(.validated(), on: "2018-06-20")
    #expect(try history.breach(of: 6, by: fact, on: "2018-07-01") == held)
    try history.add(.decisionRevoked(), on: "2018-07-02")
    #expect(try history.breach(of: 6, by: fact, on: "2018-07-03") == nil)
  }

  @Test func `a block that comes over from the candidacy completed is held`() throws {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2018-01-01")
    try history.add(.superseded(["T1-B1": "T2-B1"]), on: "2018-01-02")
    try history.add(.enrolled("D0"), on: "2018-01-08")
    try history.add(.validated(of: "D0"), on: "2018-06-20")
    try history.add(.enrolled("D1", on: "T2", completes: "D0"), on: "2018-09-03")
    #expect(try history.breach(of: 6, by: .recognised("T2-B1"), on: "2018-09-04") != nil)
    #expect(try history.breach(of: 6, by: .recognised("T2-B2"), on: "2018-09-04") == nil)
  }
}
