import Events
import Rules
import Testing

/// R23: a declaration and an insertion survey follow an award in force on their day; an answer follows the
/// deposit of its flow.
@Suite struct R23Tests {
  private func noAward(_ candidacy: String, _ day: String) -> Breach {
    Breach(
      (
        "aucune délivrance de \(candidacy) n’est en vigueur au \(day.dayInWords)",
        "no award of \(candidacy) is in force on \(day)"
      ),
      remedy: (
        "une délivrance de ce jour-là ou d’avant, qui ne soit pas révoquée (CertificationAwarded)",
        "an award of that day or before that is not revoked (CertificationAwarded)"
      ))
  }

  private func noDeposit(_ flow: String, _ day: String) -> Breach {
    Breach(
      (
        "le flux \(flow) n’a pas été déposé pour D1 au \(day.dayInWords)",
        "flow \(flow) was not deposited for D1 by \(day)"
      ),
      remedy: (
        "le dépôt de ce flux (AwardDeclared), ce jour-là ou avant",
        "the deposit of this flow (AwardDeclared), on that day or before"
      ))
  }

  @Test func `R23 judges what follows an award, by the Code du travail`() throws {
    try expect(
      23, judges: [.awardDeclared, .declarationAnswered, .insertionSurveyAnswered],
      source: ("Code du travail, L6113-8", "Code du travail, L6113-8"))
  }

  @Test func `a declaration and a survey are refused without an award`() throws {
    let history = try RuleHistory.allHeld()
    #expect(
      try history.breach(of: 23, by: .deposited(), on: "2018-07-01") == noAward("D1", "2018-07-01"))
    #expect(
      try history.breach(of: 23, by: .surveyed(), on: "2018-07-01") == noAward("D1", "2018-07-01"))
  }

  @Test func `they may be of the award's day, and not of the day before`() throws {
    let history = try RuleHistory.awarded()
    #expect(try history.breach(of: 23, by: .deposited(), on: "2018-07-01") == nil)
    #expect(try history.breach(of: 23, by: .surveyed(), on: "2018-07-01") == nil)
    #expect(
      try history.breach(of: 23, by: .surveyed(), on: "2018-06-30") == noAward("D1", "2018-06-30"))
  }

  @Test func `an award recorded after them on the same day counts`() throws {
    var history = try RuleHistory.allHeld()
    try history.add(.deposited(), on: "2018-07-01")
    try history.add(.awarded(), on: "2018-07-01")
    #expect(history.findings(of: 23) == [])
  }

  @Test func `an award revoked before them does not count, revoked after them it does`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.deposited("F0"), on: "2018-08-01")
    try history.add(.awardRevoked(), on: "2018-08-01")
    #expect(history.findings(of: 23) == [])
    #expect(
      try history.breach(of: 23, by: .deposited(), on: "2018-08-01") == noAward("D1", "2018-08-01"))
    #expect(try history.breach(of: 23, by: .deposited(), on: "2018-07-31") == nil)
    try history.add(.awarded(), on: "2018-08-02")
    #expect(try history.breach(of: 23, by: .deposited(), on: "2018-08-02") == nil)
  }

  @Test func `an answer names a flow deposited on that day or before, for whatever award`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.deposited(), on: "2018-07-10")
    #expect(
      try history.breach(of: 23, by: .answered(.accepted), on: "2018-07-09")
        == noDeposit("F1", "2018-07-09"))
    #expect(try history.breach(of: 23, by: .answered(.accepted), on: "2018-07-10") == nil)
    #expect(
      try history.breach(of: 23, by: .answered(.rejected, "F2"), on: "2018-07-10")
        == noDeposit("F2", "2018-07-10"))
    try history.add(.answered(.accepted, "F3"), on: "2018-07-11")
    try history.add(.deposited("F3"), on: "2018-07-11")
    #expect(history.findings(of: 23) == [])
    try history.add(.awardRevoked(), on: "2018-07-12")
    #expect(try history.breach(of: 23, by: .answered(.rejected), on: "2018-07-12") == nil)
  }

  @Test func `R23 can be waived where it is broken`() throws {
    let history = try RuleHistory.allHeld()
    #expect(try history.waiver(of: 23, by: .deposited(), on: "2018-07-01") == .recorded)
    let awarded = try RuleHistory.awarded()
    #expect(try awarded.waiver(of: 23, by: .deposited(), on: "2018-07-01") == .notNeeded)
  }
}
