import Events
import Rules
import Testing

/// R26: an award in force made from 2021-07-01 on, whose holder is not registered, is reported.
@Suite struct R26Tests {
  private func awarded(on day: String) throws -> RuleHistory {
    var history = try RuleHistory.allHeld()
    try history.add(.awarded(), on: day)
    return history
  }

  private func found(_ history: RuleHistory, on day: String) throws -> [Text] {
    try history.broken(on: day).filter { $0.rule.number == 26 }.map(\.message)
  }

  private let message = Text(
    "la délivrance de D1 ne peut pas être déclarée : l’identité de P1 n’est pas enregistrée",
    "the award of D1 cannot be declared: P1 is not registered")

  @Test func `R26 judges no entry but awards as time passes, by the Code du travail`() throws {
    try expect(26, judges: [], source: ("Code du travail, L6113-8", "Code du travail, L6113-8"))
    #expect(RuleBook.rule(RuleID(number: 26)) is any StandingRule)
  }

  @Test func `a holder never registered is reported from the award's day on, since July 2021`()
    throws
  {
    #expect(try found(try awarded(on: "2021-06-30"), on: "2030-01-01") == [])
    let history = try awarded(on: "2021-07-01")
    #expect(try found(history, on: "2021-06-30") == [])
    #expect(try found(history, on: "2021-07-01") == [message])
    #expect(try history.broken(on: "2021-07-01").map(\.position.number) == [8])
  }

  @Test func `a registration ends it on its own day, under any id merged`() throws {
    var history = try awarded(on: "2021-07-01")
    try history.add(.registered(), on: "2021-07-05")
    #expect(try found(history, on: "2021-07-04") == [message])
    #expect(try found(history, on: "2021-07-05") == [])
    var merged = try awarded(on: "2021-07-01")
    try merged.add(.registered("P2"), on: "2021-07-05")
    #expect(try found(merged, on: "2021-07-05") == [message])
    try merged.add(.merged("P1", into: "P2"), on: "2021-09-01")
    #expect(try found(merged, on: "2021-07-05") == [])
  }

  @Test func `an award revoked is not reported, nor one on a day from the death on`() throws {
    var revoked = try awarded(on: "2021-07-01")
    try revoked.add(.awardRevoked(), on: "2021-08-01")
    #expect(try found(revoked, on: "2021-07-31") == [message])
    #expect(try found(revoked, on: "2021-08-01") == [])
    var deceased = try awarded(on: "2021-07-01")
    try deceased.add(.deceased(), on: "2021-08-01")
    #expect(try found(deceased, on: "2021-07-31") == [message])
    #expect(try found(deceased, on: "2021-08-01") == [])
  }

  @Test func `the remedy of R26 is the person's identity`() throws {
    #expect(
      try awarded(on: "2021-07-01").remedy(of: 26, byAwardOf: "D1", on: "2021-07-01")
        == Text(
          "l’identité de la personne (CandidateRegistered)",
          "the person's identity (CandidateRegistered)"))
  }
}
