import Events
import Rules
import Testing

/// R31: a decision is made within two months of the jury's last session day.
@Suite struct R31Tests {
  private func history(sessionOn: String, to last: String? = nil) throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convened(for: sessionOn, to: last), on: "2018-02-01")
    try history.add(.summoned(), on: "2018-02-01")
    try history.add(.held(), on: sessionOn)
    return history
  }

  private func late(_ history: RuleHistory, _ day: String) throws -> Bool {
    let refused = try history.breach(of: 31, by: .refused(), on: day)
    #expect(try history.breach(of: 31, by: .validated(), on: day) == refused)
    return refused != nil
  }

  @Test func `R31 judges the decisions of a jury, by a house rule`() throws {
    try expect(
      31, judges: [.blockValidated, .blockRefused], source: ("règle interne", "house rule"))
  }

  @Test func `two months to the day are in time, the day after is reported`() throws {
    let history = try history(sessionOn: "2018-06-20")
    #expect(try !late(history, "2018-08-20"))
    #expect(
      try history.breach(of: 31, by: .validated(), on: "2018-08-21")
        == Breach(
          (
            "la décision est du 21 août 2018, plus de deux mois après la session du jury J1 (dernier jour : 20 juin 2018)",
            "the decision is of 2018-08-21, more than two months after the session of jury J1 (last day: 2018-06-20)"
          ),
          remedy: (
            "un nouveau jury pour une nouvelle évaluation, ou le jour exact de la décision",
            "a new jury for a new assessment, or the decision’s own day"
          )))
  }

  @Test func `where the day does not exist, the month's last day is the last in time`() throws {
    let history = try history(sessionOn: "2018-12-31")
    #expect(try !late(history, "2019-02-28"))
    #expect(try late(history, "2019-03-01"))
  }

  @Test func `the months run from the last day of the session as last planned`() throws {
    var history = try history(sessionOn: "2018-06-19", to: "2018-06-20")
    #expect(try !late(history, "2018-08-20"))
    #expect(try late(history, "2018-08-21"))
    try history.add(.rescheduled(to: "2018-06-21", through: "2018-06-22"), on: "2018-06-01")
    #expect(try !late(history, "2018-08-22"))
    #expect(try late(history, "2018-08-23"))
  }

  @Test func `a decision long after is recorded, and needs no waiver`() throws {
    let history = try history(sessionOn: "2018-06-20")
    let judgement = try history.judgement(on: .validated(), day: "2018-09-01")
    #expect(judgement.refusals.isEmpty)
    #expect(judgement.findings.map(\.rule.number) == [31])
    #expect(try history.waiver(of: 31, by: .validated(), on: "2018-09-01") == .forbidden)
  }
}
