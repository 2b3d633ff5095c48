import Events
import Rules
import Testing

/// What the rules say of an entry together, and of its waivers.
@Suite struct JudgementTests {
  @Test func `every rule an entry breaks refuses it, in order of number`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.hold(summoning: ["D2"], present: ["M1"])
    let judgement = try history.judgement(on: .validated("X"), day: "2018-06-20")
    #expect(judgement.refusals.map(\.rule.number) == [3, 4, 5])
    #expect(judgement.findings.isEmpty)
  }

  @Test func `an entry that keeps every rule is neither refused nor reported`() throws {
    let history = try RuleHistory.beforeJury()
    let judgement = try history.judgement(on: .validated(), day: "2018-06-20")
    #expect(judgement.refusals.isEmpty)
    #expect(judgement.findings.isEmpty)
  }

  @Test func `an entry that breaks only a rule that reports is recorded, with the finding`() throws
  {
    let history = try RuleHistory()
    let fact = try Fact.convened("J1", [Fact.member("M1", .president)])
    let judgement = try history.judgement(on: fact, day: "2018-05-20")
    #expect(judgement.refusals.isEmpty)
    #expect(judgement.findings.map(\.rule.number) == [3])
    #expect(judgement.findings.map(\.isWaived) == [false])
    #expect(judgement.findings.map(\.position.number) == [2])
  }

  @Test func `a waiver lifts its own rule and no other`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.hold(summoning: ["D2"], present: ["M1"])
    let judgement = try history.judgement(on: .validated(), day: "2018-06-20", waives: [3])
    #expect(judgement.refusals.map(\.rule.number) == [5])
    #expect(judgement.findings.map(\.rule.number) == [3])
    #expect(judgement.findings.map(\.isWaived) == [true])
  }

  @Test func `a waiver of a rule that is kept is refused`() throws {
    let history = try RuleHistory.beforeJury()
    let judgement = try history.judgement(on: .validated(), day: "2018-06-20", waives: [7])
    let refusal = try #require(judgement.refusals.first)
    #expect(judgement.refusals.count == 1)
    #expect(refusal.rule.number == 7)
    #expect(
      refusal.message
        == Text(
          "la dérogation à R07 est sans objet : la règle est respectée",
          "the waiver of R07 is not needed: the rule is kept"))
    #expect(
      refusal.remedy == Text("l’entrée sans cette dérogation", "the entry without this waiver"))
    #expect(refusal.source.english == "3474, time granted to complete")
  }

  @Test func `a waiver of a rule that cannot be waived, or does not exist, is refused`() throws {
    let history = try RuleHistory.beforeJury()
    for (number, source) in [(4, "the certification’s framework (référentiel)"), (99, "—")] {
      let judgement = try history.judgement(on: .validated(), day: "2018-06-20", waives: [number])
      let refusal = try #require(judgement.refusals.first)
      #expect(judgement.refusals.count == 1)
      #expect(
        refusal.message
          == Text(
            "aucune dérogation à R\(number < 10 ? "0" : "")\(number) n’est possible pour ce type d’entrée",
            "R\(number < 10 ? "0" : "")\(number) cannot be waived for this type of event"))
      #expect(
        refusal.remedy == Text("l’entrée sans cette dérogation", "the entry without this waiver"))
      #expect(refusal.source.english == source)
    }
  }

  @Test func `a fact that is annulled counts for no rule, and is judged by none`() throws {
    var history = try RuleHistory.beforeJury()
    let validation = try history.add(.validated(), on: "2018-06-20")
    #expect(try history.breach(of: 6, by: .validated(), on: "2018-06-21") != nil)
    try history.add(.annulled(validation), on: "2018-06-22")
    #expect(try history.breach(of: 6, by: .validated(), on: "2018-06-21") == nil)
    let session = try history.add(.held("J1", ["M1"]), on: "2018-06-20")
    #expect(try history.breach(of: 3, by: .validated(), on: "2018-06-21") != nil)
    try history.add(.annulled(session), on: "2018-06-22")
    #expect(try history.breach(of: 3, by: .validated(), on: "2018-06-21") == nil)
    #expect(history.findings(of: 3) == [])
  }

  @Test func `the rules speak of acquis, recours and révoqué, not of détenu, appel and retiré`() {
    for rule in RuleBook.rules {
      for word in ["déten", "détien", "appel", "retir", "maison"] {
        #expect(!rule.sentence.french.contains(word), "\(rule.id)")
        #expect(!rule.source.french.contains(word), "\(rule.id)")
      }
    }
  }
}
