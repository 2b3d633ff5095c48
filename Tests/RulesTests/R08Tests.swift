import Events
import Rules
import Testing

/// R08: an award needs every block held.
@Suite struct R08Tests {
  private func missing(_ blocks: String, on day: String) -> Breach {
    Breach(
      (
        "au \(day.dayInWords), D1 n’a pas acquis \(blocks)", "on \(day), D1 does not hold \(blocks)"
      ),
      remedy: (
        "la validation ou la reconnaissance de chaque bloc manquant",
        "each missing block validated or recognised"
      ))
  }

  @Test func `R08 judges awards and what time breaks of them, by both documents`() throws {
    try expect(
      8, judges: [.certificationAwarded],
      source: (
        "fiche, validation des blocs ; 3474, obtention",
        "fiche, validation of the blocks; 3474, award"
      ))
    #expect(RuleBook.rule(RuleID(number: 8)) is any StandingRule)
  }

  @Test func `an award without a block is refused, and names each missing`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(
      try history.breach(of: 8, by: .awarded(), on: "2018-06-20")
        == missing("T1-B1, T1-B2", on: "2018-06-20"))
    try history.add(.validated(), on: "2018-06-20")
    #expect(
      try history.breach(of: 8, by: .awarded(), on: "2018-06-20")
        == missing("T1-B2", on: "2018-06-20"))
  }

  @Test func `an award on the day of the last block is accepted, on the day before refused`() throws
  {
    var history = try RuleHistory.beforeJury()
    try history.add(.validated(), on: "2018-06-20")
    try history.add(.recognised("T1-B2"), on: "2018-06-25")
    #expect(try history.breach(of: 8, by: .awarded(), on: "2018-06-25") == nil)
    #expect(
      try history.breach(of: 8, by: .awarded(), on: "2018-06-24")
        == missing("T1-B2", on: "2018-06-24"))
  }

  @Test func `a block held in the candidacy completed counts`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled("D0"), on: "2017-01-08")
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    try history.add(.enrolled(completes: "D0"), on: "2018-01-08")
    try history.add(.validated("T1-B2"), on: "2018-06-20")
    #expect(try history.breach(of: 8, by: .awarded(), on: "2018-07-01") == nil)
  }

  @Test func `an award whose block expires is reported from the day after its last`() throws {
    let history = try RuleHistory.awarded(.framework(validity: 2))
    #expect(try history.broken(on: "2020-06-20").filter { $0.rule.number == 8 }.isEmpty)
    let found = try history.broken(on: "2020-06-21").filter { $0.rule.number == 8 }
    #expect(
      found.map(\.message)
        == [
          Text(
            "au 21 juin 2020, D1 n’a pas acquis T1-B1, T1-B2",
            "on 2020-06-21, D1 does not hold T1-B1, T1-B2")
        ])
    #expect(found.map(\.position.number) == [8])
    #expect(found.map(\.isWaived) == [false])
  }

  @Test func `the remedy of an award that lost a block includes its revocation`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.decisionRevoked(), on: "2018-08-01")
    #expect(
      try history.remedy(of: 8, byAwardOf: "D1", on: "2018-08-01")
        == Text(
          "la validation ou la reconnaissance de chaque bloc manquant, ou la révocation de la délivrance",
          "each missing block validated or recognised, or the award revoked"))
  }

  @Test func `an award whose block is revoked is reported from that day`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.decisionRevoked(), on: "2018-08-01")
    #expect(try history.broken(on: "2018-07-31").isEmpty)
    #expect(try history.broken(on: "2018-08-01").map(\.rule.number) == [8])
  }

  @Test func `an award revoked is reported no more`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.decisionRevoked(), on: "2018-08-01")
    try history.add(.awardRevoked(), on: "2018-08-02")
    #expect(try history.broken(on: "2018-08-02").isEmpty)
  }

  @Test func `R08 can be waived, and what time breaks stays marked as waived`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(try history.waiver(of: 8, by: .awarded(), on: "2018-06-20") == .recorded)
    try history.add(.awarded(), on: "2018-06-20", waives: [8])
    let found = try history.broken(on: "2018-06-21")
    #expect(found.map(\.rule.number) == [8])
    #expect(found.map(\.isWaived) == [true])
  }
}
