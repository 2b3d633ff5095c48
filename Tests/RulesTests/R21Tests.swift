import Events
import Rules
import Testing

/// R21: an award whose declaration is not accepted by the Caisse des Dépôts within three months is reported.
@Suite struct R21Tests {
  private func late(_ history: RuleHistory, on day: String) throws -> [Text] {
    try history.broken(on: day).filter { $0.rule.number == 21 }.map(\.message)
  }

  private func message(_ day: String) -> Text {
    Text(
      "la déclaration de la délivrance de D1 devait être acceptée par la Caisse des Dépôts au plus tard le \(day)",
      "the declaration of the award of D1 was due to be accepted by the Caisse des Dépôts by \(day)"
    )
  }

  private func awarded(on day: String) throws -> RuleHistory {
    var history = try RuleHistory.allHeld()
    try history.add(.awarded(), on: day)
    return history
  }

  @Test func `R21 judges no entry but awards as time passes, by the Code du travail`() throws {
    try expect(
      21, judges: [], source: ("Code du travail, R6113-17-2", "Code du travail, R6113-17-2"))
    #expect(RuleBook.rule(RuleID(number: 21)) is any StandingRule)
  }

  @Test func `an award not declared is reported the day after three months, not before`() throws {
    let history = try RuleHistory.awarded()
    #expect(try late(history, on: "2018-10-01") == [])
    #expect(try late(history, on: "2018-10-02") == [message("2018-10-01")])
    #expect(try history.broken(on: "2018-10-02").map(\.position.number) == [8])
  }

  @Test func `three months from the end of November end in a leap year's February`() throws {
    let history = try awarded(on: "2019-11-30")
    #expect(try late(history, on: "2020-02-29") == [])
    #expect(try late(history, on: "2020-03-01") == [message("2020-02-29")])
  }

  @Test func `an award accepted on the last day is in time, on the next it stays reported`() throws
  {
    for (day, expected) in [("2018-10-01", []), ("2018-10-02", [message("2018-10-01")])] {
      var history = try RuleHistory.awarded()
      try history.add(.deposited(), on: "2018-09-01")
      try history.add(.answered(.accepted), on: day)
      #expect(try late(history, on: "2018-10-02") == expected, "\(day)")
      #expect(try late(history, on: "2030-01-01") == expected, "\(day)")
    }
  }

  @Test func `a deposit without an answer, or rejected, is not an acceptance`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.deposited(), on: "2018-07-02")
    #expect(try late(history, on: "2018-10-02") == [message("2018-10-01")])
    try history.add(.answered(.rejected), on: "2018-07-03")
    #expect(try late(history, on: "2018-10-02") == [message("2018-10-01")])
    try history.add(.deposited("F2"), on: "2018-07-04")
    try history.add(.answered(.accepted, "F2"), on: "2018-07-05")
    #expect(try late(history, on: "2018-10-02") == [])
  }

  @Test func `an award revoked is not reported, one made again is owed again`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.awardRevoked(), on: "2018-09-01")
    #expect(try late(history, on: "2018-10-02") == [])
    try history.add(.awarded(), on: "2018-09-02")
    #expect(try late(history, on: "2018-12-02") == [])
    #expect(try late(history, on: "2018-12-03") == [message("2018-12-02")])
  }

  @Test func `the remedy of R21 is an accepted declaration, and no entry can waive it`() throws {
    var history = try RuleHistory.allHeld()
    #expect(try history.waiver(of: 21, by: .awarded(), on: "2018-07-01") == .forbidden)
    try history.add(.awarded(), on: "2018-07-01")
    #expect(
      try history.remedy(of: 21, byAwardOf: "D1", on: "2018-10-02")
        == Text(
          "une déclaration déposée et acceptée (AwardDeclared, DeclarationAnswered)",
          "a declaration deposited and accepted (AwardDeclared, DeclarationAnswered)"))
  }
}
