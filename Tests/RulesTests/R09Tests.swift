import Events
import Testing

/// R09: a full award needs an assessment of each competency of the blocks that a jury of this ledger
/// validated, where the framework asks for it.
@Suite struct R09Tests {
  private let remedy = (
    "l’évaluation de chacune, quel que soit le résultat (CompetencyAssessed)",
    "an assessment of each, whatever the outcome (CompetencyAssessed)"
  )

  private func awarded(_ history: RuleHistory) throws -> Breach? {
    try history.breach(of: 9, by: .awarded(), on: "2018-07-01")
  }

  private func strict() throws -> RuleHistory {
    try .allHeld(.framework(isEveryCompetencyAssessed: true))
  }

  @Test func `R09 judges awards, by the competencies that 3474 assesses`() throws {
    try expect(
      9, judges: [.certificationAwarded],
      source: ("3474, compétences évaluées", "3474, competencies assessed"))
  }

  @Test func `an award with several competencies not assessed is refused, and names the first`()
    throws
  {
    var history = try strict()
    try history.add(.assessed("T1-B1-C01"), on: "2018-03-01")
    #expect(
      try awarded(history)
        == Breach(
          (
            "2 compétences n’ont pas été évaluées, dont T1-B1-C02",
            "2 competencies were not assessed, including T1-B1-C02"
          ), remedy: remedy))
  }

  @Test func `an award with one competency not assessed is refused, and names it`() throws {
    var history = try strict()
    try history.add(.assessed("T1-B1-C01", "T1-B1-C02"), on: "2018-03-01")
    #expect(
      try awarded(history)
        == Breach(
          (
            "la compétence T1-B2-C01 n’a pas été évaluée",
            "competency T1-B2-C01 was not assessed"
          ), remedy: remedy))
  }

  @Test func `an assessment counts whatever its outcome, on the day of the award too`() throws {
    var history = try strict()
    try history.add(.assessed("T1-B1-C01", "T1-B1-C02"), on: "2018-03-01")
    try history.add(.assessed("T1-B2-C01", outcome: .notAcquired), on: "2018-07-01")
    #expect(try awarded(history) == nil)
    #expect(try history.breach(of: 9, by: .awarded(), on: "2018-06-30") != nil)
  }

  @Test func `a block recognised needs no assessment here`() throws {
    var history = try RuleHistory.beforeJury(.framework(isEveryCompetencyAssessed: true))
    try history.add(.recognised(), on: "2018-06-20")
    try history.add(.validated("T1-B2"), on: "2018-06-20")
    try history.add(.assessed("T1-B2-C01"), on: "2018-06-20")
    #expect(try awarded(history) == nil)
  }

  @Test func `a framework that does not ask for it awards without an assessment`() throws {
    #expect(try awarded(.allHeld()) == nil)
  }

  @Test func `R09 can be waived`() throws {
    let history = try strict()
    #expect(try history.waiver(of: 9, by: .awarded(), on: "2018-07-01") == .recorded)
  }
}
