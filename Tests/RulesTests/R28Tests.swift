import Events
import Rules
import Testing

/// R28: for VAE on an RNCP certification, the result is sent within fifteen days of the jury's last
/// decision on the candidacy.
@Suite struct R28Tests {
  /// `D1` by experience, summoned to `J1`, which sat on 2024-06-05.
  private func history(
    by pathway: Pathway = .experience, in register: Register = .rncp,
    sessionOn: String = "2024-06-05"
  ) throws -> RuleHistory {
    var history = try RuleHistory(.framework(register: register))
    try history.add(.enrolled(by: pathway), on: "2023-01-09")
    try history.hold(on: sessionOn, convenedOn: "2023-02-01")
    return history
  }

  private func overdue(_ history: RuleHistory, on day: String) throws -> [Int64] {
    try history.broken(on: day).filter { $0.rule.number == 28 }.map(\.position.number)
  }

  @Test func `R28 judges no entry but decisions as time passes, by the Code du travail`() throws {
    try expect(
      28, judges: [],
      source: ("Code du travail, R6412-1 à R6412-7", "Code du travail, R6412-1 to R6412-7"))
    #expect(RuleBook.rule(RuleID(number: 28)) is any LastingRule)
    for type in [EventType.blockRefused, .blockValidated] {
      #expect(RuleBook.lastingScopes(of: type) != nil)
    }
    #expect(RuleBook.lastingScopes(of: .resultNotified) == nil)
  }

  @Test func `a result not sent is reported the day after the fifteenth, on the last decision`()
    throws
  {
    var history = try history()
    try history.add(.refused(), on: "2024-06-05")
    try history.add(.validated("T1-B2"), on: "2024-06-05")
    #expect(try overdue(history, on: "2024-06-20") == [])
    #expect(try overdue(history, on: "2024-06-21") == [7])
    #expect(try overdue(history, on: "2030-01-01") == [7])
    #expect(
      try history.broken(on: "2024-06-21").first { $0.rule.number == 28 }?.message
        == Text(
          "le résultat du jury J1 devait être notifié à D1 au plus tard le 20 juin 2024",
          "the result of jury J1 was due to be sent to D1 by 2024-06-20"))
  }

  @Test func `a result sent from the decision's day to the fifteenth after is in time`() throws {
    for (day, isInTime) in [
      ("2024-06-04", false), ("2024-06-05", true), ("2024-06-20", true), ("2024-06-21", false),
    ] {
      var history = try history()
      try history.add(.validated(), on: "2024-06-05")
      try history.add(.notified(), on: day)
      #expect(try overdue(history, on: "2024-07-01") == (isInTime ? [] : [6]), "\(day)")
    }
  }

  @Test func `a later decision of the jury asks for a result anew, another jury's for its own`()
    throws
  {
    var history = try history()
    try history.add(.validated(), on: "2024-06-05")
    try history.add(.notified(), on: "2024-06-05")
    try history.add(.validated("T1-B2"), on: "2024-06-06")
    #expect(try overdue(history, on: "2024-06-22") == [8])
    try history.add(.notified("D1", by: "J2"), on: "2024-06-06")
    #expect(try overdue(history, on: "2024-06-22") == [8])
    try history.add(.notified(), on: "2024-06-07")
    #expect(try overdue(history, on: "2024-06-22") == [])
  }

  @Test func `it is asked of VAE on the RNCP alone, decided from 2024 on`() throws {
    for (history, day, expected) in [
      (try history(), "2024-01-01", [Int64(6)]), (try history(), "2023-12-31", []),
      (try history(by: .continuingTraining), "2024-01-01", []),
      (try history(in: .rs), "2024-01-01", []), (try history(in: .inventaire), "2024-01-01", []),
    ] {
      var history = history
      try history.add(.validated(), on: day)
      #expect(try overdue(history, on: "2024-07-01") == expected)
    }
  }

  @Test func `it is not asked of a jury annulled`() throws {
    var history = try history()
    try history.add(.validated(), on: "2024-06-05")
    try history.add(.juryAnnulled(), on: "2024-07-01")
    #expect(try overdue(history, on: "2024-06-30") == [6])
    #expect(try overdue(history, on: "2024-07-01") == [])
  }

  @Test func `a decision is not refused for it, and cannot waive it`() throws {
    var history = try history()
    let judgement = try history.judgement(on: .validated(), day: "2024-06-05", waives: [28])
    #expect(judgement.refusals.map(\.rule.number).contains(28))
    try history.add(.validated(), on: "2024-06-05")
    #expect(history.findings(of: 28) == [])
  }
}
