import Events
import Testing

/// R24: a summons names a candidacy of the jury's certification in time; an absence or a withdrawal
/// answers one that stands.
@Suite struct R24SummonsTests {
  private func breach(
    _ history: RuleHistory, _ fact: Fact, _ day: String
  ) throws -> String? {
    try history.breach(of: 24, by: fact, on: day)?.message.english
  }

  private func convened(of code: String = "T1", to last: String? = nil) throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2017-01-01")
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convened(of: code, for: "2018-06-20", to: last), on: "2018-05-20")
    return history
  }

  @Test func `a summons names a candidacy of the jury's certification or of a version of it`()
    throws
  {
    #expect(try breach(convened(), .summoned(), "2018-06-01") == nil)
    let history = try convened(of: "T2")
    #expect(
      try history.breach(of: 24, by: .summoned(), on: "2018-06-01")
        == Breach(
          (
            "D1 est une candidature à T1, le jury J1 est un jury de T2",
            "D1 is for T1, jury J1 is a jury of T2"
          ), remedy: ("un jury de T1", "a jury of T1")))
    for (older, newer) in [("T1", "T2"), ("T2", "T1")] {
      var versions = history
      try versions.add(.superseded(older, by: newer), on: "2018-06-01")
      #expect(try breach(versions, .summoned(), "2018-06-01") == nil)
      #expect(try breach(versions, .summoned(), "2018-05-31") != nil)
    }
  }

  @Test func `a summons is made by the session's last day, held or not`() throws {
    var history = try convened(to: "2018-06-21")
    try history.add(.held(), on: "2018-06-20")
    #expect(try breach(history, .summoned(), "2018-06-21") == nil)
    #expect(
      try breach(history, .summoned(), "2018-06-22")
        == "D1 would be summoned on 2018-06-22, after the session of jury J1 (last day: 2018-06-21)"
    )
  }

  @Test func `who was absent is not summoned to the same jury again`() throws {
    var history = try convened(to: "2018-06-21")
    try history.add(.summoned(), on: "2018-06-01")
    try history.add(.absent(), on: "2018-06-20")
    #expect(
      try breach(history, .summoned(), "2018-06-20")
        == "the candidate of D1 was absent from this jury")
    #expect(try breach(history, .summoned("D1", to: "J1"), "2018-06-19") == nil)
    try history.add(.enrolled("D2", "P2"), on: "2018-01-08")
    #expect(try breach(history, .summoned("D2"), "2018-06-20") == nil)
  }

  @Test func `an absence or a withdrawal answers a summons that stands`() throws {
    let none = "no summons of D1 to jury J1 is in force"
    var history = try convened()
    let answers = try [Fact.absent(), .summonsWithdrawn()]
    for fact in answers { #expect(try breach(history, fact, "2018-06-20") == none) }
    try history.add(.summoned(), on: "2018-06-20")
    for fact in answers { #expect(try breach(history, fact, "2018-06-20") == nil) }
    try history.add(.summonsWithdrawn(), on: "2018-06-20")
    for fact in answers { #expect(try breach(history, fact, "2018-06-20") == none) }
    try history.add(.summoned(), on: "2018-06-20")
    for fact in answers { #expect(try breach(history, fact, "2018-06-20") == nil) }
    #expect(history.findings(of: 24) == [])
  }

  @Test func `an answer may be entered before the summons of its day`() throws {
    var history = try convened()
    try history.add(.absent(), on: "2018-06-20")
    try history.add(.summoned("D1"), on: "2018-06-20")
    // The absence keeps the rule; the summons after it does not.
    #expect(
      history.findings(of: 24) == ["6 the candidate of D1 was absent from this jury"])
  }

  @Test func `an absence is not before the first day of the session`() throws {
    var history = try convened(to: "2018-06-21")
    try history.add(.summoned(), on: "2018-06-01")
    #expect(
      try breach(history, .absent(), "2018-06-19")
        == "the candidate of D1 would be absent on 2018-06-19, before the session of 2018-06-20")
    #expect(try breach(history, .absent(), "2018-06-20") == nil)
    #expect(try breach(history, .absent(), "2018-06-30") == nil)
  }

  @Test func `an absence is not beside a decision of that jury that stands`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.refused(), on: "2018-06-20")
    let decided = "a decision of jury J1 on D1 is in force (position 6)"
    #expect(try breach(history, .absent(), "2018-06-20") == decided)
    #expect(try breach(history, .absent("D1"), "2018-06-19") != decided)
    try history.add(.decisionRevoked(), on: "2018-07-01")
    #expect(try breach(history, .absent(), "2018-06-30") == decided)
    #expect(try breach(history, .absent(), "2018-07-01") == nil)
    var annulled = try RuleHistory.beforeJury()
    try annulled.add(.validated(), on: "2018-06-20")
    try annulled.add(.juryAnnulled(), on: "2018-07-01")
    #expect(try breach(annulled, .absent(), "2018-07-01") == nil)
  }

  @Test func `a result or a recommendation is of a candidacy that the jury met`() throws {
    let never = "jury J1 neither summoned D1 nor decided on it"
    for fact in try [Fact.notified(), .recommended()] {
      var history = try convened()
      #expect(try breach(history, fact, "2018-06-20") == never)
      try history.add(.validated(), on: "2018-06-20")
      #expect(try breach(history, fact, "2018-06-19") == never)
      #expect(try breach(history, fact, "2018-06-20") == nil)
      history = try convened()
      try history.add(.summoned(), on: "2018-06-01")
      try history.add(.summonsWithdrawn(), on: "2018-06-02")
      #expect(try breach(history, fact, "2018-06-20") == nil)
    }
  }
}
