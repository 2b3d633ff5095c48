import Events
import Rules
import Testing

/// R21: an award made from 2021-07-01 on, whose declaration is not accepted by the Caisse des Dépôts
/// within three months, is reported.
@Suite struct R21Tests {
  private func late(_ history: RuleHistory, on day: String) throws -> [Text] {
    try history.broken(on: day).filter { $0.rule.number == 21 }.map(\.message)
  }

  private func message(_ day: String) -> Text {
    Text(
      "les données de D1 devaient être transmises à la Caisse des Dépôts, et acceptées, au plus tard le \(day.dayInWords)",
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
    let history = try awarded(on: "2022-07-01")
    #expect(try late(history, on: "2022-10-01") == [])
    #expect(try late(history, on: "2022-10-02") == [message("2022-10-01")])
    let found = try history.broken(on: "2022-10-02").filter { $0.rule.number == 21 }
    #expect(found.map(\.position.number) == [8])
  }

  @Test func `three months from the end of November end in a leap year's February`() throws {
    let history = try awarded(on: "2023-11-30")
    #expect(try late(history, on: "2024-02-29") == [])
    #expect(try late(history, on: "2024-03-01") == [message("2024-02-29")])
  }

  @Test func `an award accepted on the last day is in time, on the next it stays reported`() throws
  {
    for (day, expected) in [("2022-10-01", []), ("2022-10-02", [message("2022-10-01")])] {
      var history = try awarded(on: "2022-07-01")
      try history.add(.deposited(), on: "2022-09-01")
      try history.add(.answered(.accepted), on: day)
      #expect(try late(history, on: "2022-10-02") == expected, "\(day)")
      #expect(try late(history, on: "2030-01-01") == expected, "\(day)")
    }
  }

  @Test func `a deposit without an answer, or rejected, is not an acceptance`() throws {
    var history = try awarded(on: "2022-07-01")
    try history.add(.deposited(), on: "2022-07-02")
    #expect(try late(history, on: "2022-10-02") == [message("2022-10-01")])
    try history.add(.answered(.rejected), on: "2022-07-03")
    #expect(try late(history, on: "2022-10-02") == [message("2022-10-01")])
    try history.add(.deposited("F2"), on: "2022-07-04")
    try history.add(.answered(.accepted, "F2"), on: "2022-07-05")
    #expect(try late(history, on: "2022-10-02") == [])
  }

  @Test func `an award revoked is not reported, one made again is owed again`() throws {
    var history = try awarded(on: "2022-07-01")
    try history.add(.awardRevoked(), on: "2022-09-01")
    #expect(try late(history, on: "2022-10-02") == [])
    try history.add(.awarded(), on: "2022-09-02")
    #expect(try late(history, on: "2022-12-02") == [])
    #expect(try late(history, on: "2022-12-03") == [message("2022-12-02")])
  }

  @Test func `the remedy of R21 is an accepted declaration, and no entry can waive it`() throws {
    var history = try RuleHistory.allHeld()
    #expect(try history.waiver(of: 21, by: .awarded(), on: "2022-07-01") == .forbidden)
    try history.add(.awarded(), on: "2022-07-01")
    #expect(
      try history.remedy(of: 21, byAwardOf: "D1", on: "2022-10-02")
        == Text(
          "une déclaration déposée et acceptée (AwardDeclared, DeclarationAnswered)",
          "a declaration deposited and accepted (AwardDeclared, DeclarationAnswered)"))
  }

  @Test func `an award before July 2021 is not reported, one of 2021-07-01 is`() throws {
    #expect(try late(try awarded(on: "2021-06-30"), on: "2030-01-01") == [])
    #expect(try late(try awarded(on: "2021-07-01"), on: "2021-10-01") == [])
    #expect(try late(try awarded(on: "2021-07-01"), on: "2021-10-02") == [message("2021-10-01")])
  }

  @Test func `an acceptance rejected later than the three months is not reported`() throws {
    var history = try awarded(on: "2022-07-01")
    try history.add(.deposited(), on: "2022-07-02")
    try history.add(.answered(.accepted), on: "2022-07-03")
    try history.add(.answered(.rejected), on: "2022-10-02")
    #expect(try late(history, on: "2030-01-01") == [])
  }

  @Test func `R21 is not reported on a day from the holder's death on`() throws {
    var history = try awarded(on: "2022-07-01")
    try history.add(.deceased(), on: "2022-11-15")
    #expect(try late(history, on: "2022-11-14") == [message("2022-10-01")])
    #expect(try late(history, on: "2022-11-15") == [])
  }
}
