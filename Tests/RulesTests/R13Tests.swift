import Events
import Testing

/// R13: a recused member takes no part in the decision.
@Suite struct R13Tests {
  private func decided(
    _ history: RuleHistory, of candidacy: String = "D1", without members: [String] = [],
    on day: String = "2018-06-20"
  ) throws -> Breach? {
    let refused = try history.breach(
      of: 13, by: .refused(of: candidacy, without: members), on: day)
    #expect(
      try history.breach(of: 13, by: .validated(of: candidacy, without: members), on: day)
        == refused)
    return refused
  }

  private let one = Breach(
    (
      "M2, récusé pour D1, a siégé et n’est pas écarté de la décision",
      "M2, recused for D1, was present and is not left out of the decision"
    ),
    remedy: ("without=M2 dans la décision", "without=M2 in the decision"))

  @Test func `R13 judges the decisions of a jury, by a house rule`() throws {
    try expect(
      13, judges: [.blockValidated, .blockRefused], source: ("règle interne", "house rule"))
  }

  @Test func `a member recused, present and not left out makes the decision refused`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(try decided(history) == nil)
    try history.add(.recused("M2"), on: "2018-06-10")
    #expect(try decided(history) == one)
    try history.add(.recused("M2"), on: "2018-06-11")
    #expect(try decided(history) == one)
  }

  @Test func `a member left out of the decision takes no part`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.recused("M2"), on: "2018-06-10")
    #expect(try decided(history, without: ["M2"]) == nil)
    #expect(
      try decided(history, without: ["M1"])?.remedy
        == Text("without=M1,M2 dans la décision", "without=M1,M2 in the decision"))
  }

  @Test func `several members recused are all named`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.recused("M2"), on: "2018-06-10")
    try history.add(.recused("M3"), on: "2018-06-10")
    #expect(
      try decided(history)
        == Breach(
          (
            "M2, M3, récusés pour D1, ont siégé et ne sont pas écartés de la décision",
            "M2, M3, recused for D1, were present and are not left out of the decision"
          ),
          remedy: ("without=M2,M3 dans la décision", "without=M2,M3 in the decision")))
  }

  @Test func `a member recused who was absent takes no part`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.hold(present: ["M1", "M3"])
    try history.add(.recused("M2"), on: "2018-06-10")
    #expect(try decided(history) == nil)
  }

  @Test func `a member recused from another candidacy may decide on this one`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.recused("M2", from: "D2"), on: "2018-06-10")
    #expect(try decided(history) == nil)
  }

  @Test func `a recusal of the decision's day counts whatever its order, a later one does not`()
    throws
  {
    var history = try RuleHistory.beforeJury()
    try history.add(.validated(), on: "2018-06-20")
    try history.add(.recused("M2"), on: "2018-06-20")
    #expect(
      history.findings(of: 13)
        == ["6 M2, recused for D1, was present and is not left out of the decision"])
    #expect(try decided(history, on: "2018-06-19") == nil)
  }

  @Test func `R13 can be waived`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.recused("M2"), on: "2018-06-10")
    #expect(try history.waiver(of: 13, by: .validated(), on: "2018-06-20") == .recorded)
  }
}
