import Events
import Testing

/// R03: each role required of the jury is held by a different person, present, neither recused nor left
/// out.
@Suite struct R03Tests {
  private static let members = (
    "un membre pour chaque rôle (JuryMemberAdded, JuryMemberReplaced)",
    "a member for each role (JuryMemberAdded, JuryMemberReplaced)"
  )
  private static let present = (
    "un membre pour chaque rôle (JuryMemberAdded, JuryMemberReplaced), présent à la session (JuryHeld), ni récusé ni écarté",
    "a member for each role (JuryMemberAdded, JuryMemberReplaced), present at the session (JuryHeld), neither recused nor left out"
  )
  private let noOperations = Breach(
    (
      "le jury J1 n’a pas de représentant opérationnel du domaine pour D1",
      "jury J1 has no operational representative for D1"
    ), remedy: present)

  private func decided(_ history: RuleHistory, _ fact: Fact? = nil) throws -> Breach? {
    try history.breach(of: 3, by: fact ?? .validated(), on: "2018-06-20")
  }

  @Test func `R03 judges the convening of a jury and its decisions, by the fiche`() throws {
    try expect(
      3, judges: [.juryConvened, .blockValidated, .blockRefused],
      source: ("fiche, composition des jurys", "fiche, composition of juries"))
  }

  @Test func `a complete jury may decide, one without a role that is required may not`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.hold()
    #expect(try decided(history) == nil)
    try history.hold("J2", present: ["M1", "M2"])
    let breach = try decided(history, .validated(by: "J2"))
    #expect(breach?.message.english == "jury J2 has no operational representative for D1")
    #expect(try decided(history, .refused(by: "J2")) == breach)
  }

  @Test func `several missing roles are named in both languages`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.hold(present: ["M3"])
    #expect(
      try decided(history)
        == Breach(
          (
            "le jury J1 n’a ni président ni représentant RH du domaine pour D1",
            "jury J1 has no president and no human-resources representative for D1"
          ), remedy: Self.present))
  }

  @Test func `a jury that has not been held may not decide`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convened(), on: "2018-05-20")
    let breach = Breach(
      ("le jury J1 n’a pas siégé", "jury J1 has not sat"),
      remedy: (
        "la session du jury (JuryHeld) ce jour-là ou avant",
        "the jury held (JuryHeld) on or before that day"
      ))
    #expect(try decided(history) == breach)
    try history.add(.held(), on: "2018-06-21")
    #expect(try decided(history) == breach)
    try history.add(.held(), on: "2018-06-20")
    #expect(try decided(history) == nil)
  }

  @Test func `a member recused from this candidacy does not count, from another does`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.recused("M3", from: "D2"), on: "2018-06-01")
    #expect(try decided(history) == nil)
    try history.add(.recused("M3"), on: "2018-06-20")
    #expect(try decided(history) == noOperations)
  }

  @Test func `a member left out of the decision does not count`() throws {
    let history = try RuleHistory.beforeJury()
    #expect(try decided(history, .validated(without: ["M3"])) == noOperations)
    #expect(try decided(history, .refused(without: ["M3"])) == noOperations)
  }

  @Test func `one person does not hold two of the roles`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(
      .convened(
        for: "2018-06-20",
        [
          Fact.member("M1", .president), Fact.member("M1", .operations),
          Fact.member("M2", .humanResources),
        ]), on: "2018-05-20")
    try history.add(.held("J1", ["M1", "M2"]), on: "2018-06-20")
    #expect(try decided(history) == noOperations)
    try history.add(.memberAdded(Fact.member("M4", .president)), on: "2018-06-20")
    try history.add(.held("J1", ["M1", "M2", "M4"]), on: "2018-06-20")
    #expect(try decided(history) == nil)
  }

  @Test func `the roles are those of the candidacy's pathway, by the policy of the day it decides`()
    throws
  {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.hold(present: ["M1", "M2"])
    try history.add(
      .juryPolicy([.president], from: "2018-06-20", for: .experience), on: "2018-01-01")
    #expect(try decided(history) == noOperations)
    try history.add(.juryPolicy([.president], from: "2018-06-21"), on: "2018-01-01")
    #expect(try decided(history) == noOperations)
    try history.add(.juryPolicy([.president], from: "2018-06-20"), on: "2018-06-20")
    #expect(try decided(history) == nil)
  }

  @Test func `a decision rests on the sitting of its own day, else on the latest before`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convened(for: "2018-06-20", to: "2018-06-22"), on: "2018-05-20")
    try history.add(.summoned(), on: "2018-05-20")
    try history.add(.held(), on: "2018-06-20")
    try history.add(.held("J1", ["M1", "M2"]), on: "2018-06-22")
    #expect(try decided(history) == nil)
    #expect(try history.breach(of: 3, by: .validated(), on: "2018-06-21") == nil)
    #expect(try history.breach(of: 3, by: .validated(), on: "2018-06-22") == noOperations)
    #expect(try history.breach(of: 3, by: .validated(), on: "2018-07-01") == noOperations)
    // Of one day, the last recorded counts.
    try history.add(.held("J1", ["M1", "M2"]), on: "2018-06-20")
    #expect(try history.breach(of: 3, by: .validated(), on: "2018-06-21") == noOperations)
  }

  @Test func `a recusal entered after the decision of its day does not count for it`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.validated(), on: "2018-06-20")
    try history.add(.recused("M3"), on: "2018-06-20")
    try history.add(.validated("T1-B2"), on: "2018-06-20")
    #expect(history.findings(of: 3).map { $0.prefix(2) } == ["8 "])
  }

  @Test func `a jury of unknown composition is one finding, on its convening`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convenedUnknown(), on: "2018-05-20")
    try history.add(.summoned(), on: "2018-05-20")
    try history.add(.heldByUnknown(), on: "2018-06-20")
    try history.add(.validated(), on: "2018-06-20")
    #expect(history.findings(of: 3) == ["3 the composition of jury J1 is not known"])
    #expect(try decided(history, .refused(without: ["M3"])) == nil)
  }

  @Test func `a missing role that is none of the named ones is a member of another role`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.hold()
    try history.add(.juryPolicy([.other], from: "2018-06-20"), on: "2018-06-20")
    #expect(
      try decided(history)
        == Breach(
          (
            "le jury J1 n’a pas de membre d’un autre rôle pour D1",
            "jury J1 has no member of another role for D1"
          ), remedy: Self.present))
  }

  @Test func `convening a jury with a role missing is reported, the fewest missing of a pathway`()
    throws
  {
    let members = try [Fact.member("M1", .president), Fact.member("M2", .humanResources)]
    var history = try RuleHistory()
    let fact = try Fact.convened(for: "2018-06-20", members)
    let breach = Breach(
      (
        "le jury J1 n’a pas de représentant opérationnel du domaine",
        "jury J1 has no operational representative"
      ), remedy: Self.members)
    #expect(try history.breach(of: 3, by: fact, on: "2018-05-20") == breach)
    #expect(try history.breach(of: 3, by: .convened(), on: "2018-05-20") == nil)
    try history.add(
      .juryPolicy([.president], from: "2018-06-21", for: .experience), on: "2018-01-01")
    #expect(try history.breach(of: 3, by: fact, on: "2018-05-20") == breach)
    try history.add(
      .juryPolicy([.president], from: "2018-06-20", for: .experience), on: "2018-01-01")
    #expect(try history.breach(of: 3, by: fact, on: "2018-05-20") == nil)
  }

  @Test func `a closed pathway's roles are not asked when a jury is convened`() throws {
    var history = try RuleHistory()
    try history.add(.juryPolicy([.president], from: "2018-01-01", for: .student), on: "2018-01-01")
    let fact = try Fact.convened("J1", [Fact.member("M1", .president)])
    #expect(
      try history.breach(of: 3, by: fact, on: "2018-05-20")?.message.french
        == "le jury J1 n’a ni représentant RH du domaine ni représentant opérationnel du domaine")
  }

  @Test func `R03 can be waived for a decision, not for a convening, which is recorded anyway`()
    throws
  {
    let history = try RuleHistory.beforeJury()
    let fact = try Fact.convened("J2", [Fact.member("M1", .president)])
    #expect(
      try history.waiver(of: 3, by: .validated(without: ["M3"]), on: "2018-06-20") == .recorded)
    #expect(try history.waiver(of: 3, by: fact, on: "2018-05-20") == .forbidden)
  }
}
