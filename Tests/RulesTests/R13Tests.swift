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

  @Test func `R13 judges decisions and what names members, by a house rule`() throws {
    try expect(
      13,
      judges: [
        .blockValidated, .blockRefused, .juryMemberRecused, .juryMemberReplaced, .juryHeld,
      ], source: ("règle interne", "house rule"))
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

  @Test func `a recusal entered after the decision of its day does not count for it`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.validated(), on: "2018-06-20")
    try history.add(.recused("M2"), on: "2018-06-20")
    try history.add(.validated("T1-B2"), on: "2018-06-20")
    #expect(
      history.findings(of: 13)
        == ["8 M2, recused for D1, was present and is not left out of the decision"])
    #expect(try decided(history, on: "2018-06-19") == nil)
  }

  @Test func `who is recused, replaced or present is a member at some moment of that day`() throws {
    var history = try RuleHistory.beforeJury()
    let named = try [
      Fact.recused("M9"), .memberReplaced("M9", by: Fact.member("M4", .operations)),
      .held("J1", ["M1", "M2", "M3", "M9"]),
    ]
    let words = [("récusé", "recused"), ("remplacé", "replaced"), ("présent", "present")]
    for (fact, word) in zip(named, words) {
      #expect(
        try history.breach(of: 13, by: fact, on: "2018-06-19")
          == Breach(
            (
              "M9, \(word.0), n’est pas membre du jury J1 le 19 juin 2018",
              "M9, \(word.1), is not a member of jury J1 on 2018-06-19"
            ),
            remedy: (
              "l’identifiant d’un membre, ou d’abord l’ajout du membre (JuryMemberAdded)",
              "a member’s id, or first the member added (JuryMemberAdded)"
            )))
    }
    try history.add(.memberAdded(Fact.member("M9", .operations)), on: "2018-06-19")
    for fact in named {
      #expect(try history.breach(of: 13, by: fact, on: "2018-06-19") == nil)
      #expect(try history.breach(of: 13, by: fact, on: "2018-06-18") != nil)
    }
    try history.add(
      .memberReplaced("M9", by: Fact.member("M8", .operations)), on: "2018-06-20")
    for fact in named {
      #expect(try history.breach(of: 13, by: fact, on: "2018-06-20") == nil)
      #expect(try history.breach(of: 13, by: fact, on: "2018-06-21") != nil)
    }
  }

  @Test func `who is left out of a decision is a member that day, or was when the jury sat`()
    throws
  {
    var history = try RuleHistory.beforeJury()
    #expect(
      try decided(history, without: ["M8", "M9"])?.message.english
        == "M8, M9, left out of the decision, are not members of jury J1 on 2018-06-20")
    try history.add(.memberReplaced("M2", by: Fact.member("M9", .operations)), on: "2018-06-25")
    #expect(try decided(history, without: ["M2"], on: "2018-06-30") == nil)
    #expect(try decided(history, without: ["M9"], on: "2018-06-30") == nil)
    #expect(try decided(history, without: ["M9"], on: "2018-06-24") != nil)
  }

  @Test func `a recused member is looked for at the sitting of the decision's day`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convened(for: "2018-06-20", to: "2018-06-21"), on: "2018-05-20")
    try history.add(.summoned(), on: "2018-05-20")
    try history.add(.recused("M2"), on: "2018-06-10")
    try history.add(.held("J1", ["M1", "M3"]), on: "2018-06-20")
    try history.add(.held("J1", ["M1", "M2", "M3"]), on: "2018-06-21")
    #expect(try decided(history, on: "2018-06-20") == nil)
    #expect(try decided(history, on: "2018-06-21") == one)
    #expect(try decided(history, on: "2018-06-22") == one)
  }

  @Test func `nothing of a jury of unknown composition is judged by R13`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convenedUnknown(), on: "2018-05-20")
    try history.add(.recused("M2"), on: "2018-06-10")
    try history.add(.held("J1", ["M2"]), on: "2018-06-20")
    #expect(history.findings(of: 13) == [])
    #expect(try decided(history, without: ["M7"]) == nil)
  }

  @Test func `R13 can be waived`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.recused("M2"), on: "2018-06-10")
    #expect(try history.waiver(of: 13, by: .validated(), on: "2018-06-20") == .recorded)
  }
}
