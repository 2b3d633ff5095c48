import Events
import Testing

/// R05: a decision comes from a jury of the certification that has sat; the candidate was summoned to it
/// and was not absent.
@Suite struct R05Tests {
  private func breach(_ french: String, _ english: String) -> Breach {
    Breach(
      ("le jury J1 ne peut pas décider : \(french)", "jury J1 cannot decide: \(english)"),
      remedy: (
        "un jury de la certification qui a convoqué la candidature (CandidateSummoned) et siégé (JuryHeld) ce jour-là ou avant",
        "a jury of the certification that summoned the candidacy (CandidateSummoned) and was held (JuryHeld) on or before that day"
      ))
  }

  private func enrolled() throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2017-01-01")
    try history.add(.enrolled(), on: "2018-01-08")
    return history
  }

  private func decided(_ history: RuleHistory, on day: String = "2018-06-20") throws -> Breach? {
    let refused = try history.breach(of: 5, by: .refused(), on: day)
    #expect(try history.breach(of: 5, by: .validated(), on: day) == refused)
    return refused
  }

  @Test func `R05 judges the decisions of a jury, by a house rule`() throws {
    try expect(
      5, judges: [.blockValidated, .blockRefused], source: ("règle interne", "house rule"))
  }

  @Test func `a jury held to which the candidacy was summoned decides from its session on`() throws
  {
    let history = try RuleHistory.beforeJury()
    #expect(try decided(history) == nil)
    #expect(try decided(history, on: "2018-09-01") == nil)
    #expect(
      try decided(history, on: "2018-06-19")
        == breach("il n’avait pas encore siégé le 19 juin 2018", "it had not sat by 2018-06-19"))
  }

  @Test func `the papers of the day count whatever their order`() throws {
    var history = try enrolled()
    try history.add(.held(), on: "2018-06-20")
    try history.add(.summoned(), on: "2018-06-20")
    try history.add(.convened(), on: "2018-06-20")
    #expect(try decided(history) == nil)
  }

  @Test func `a jury that was never convened lacks everything`() throws {
    let history = try enrolled()
    #expect(
      try decided(history)
        == breach(
          "il n’était pas encore constitué le 20 juin 2018 ; il n’avait pas encore siégé le 20 juin 2018 ; il n’a pas convoqué D1",
          "it was not convened by 2018-06-20; it had not sat by 2018-06-20; it did not summon D1"))
  }

  private func foreign() throws -> RuleHistory {
    var history = try enrolled()
    try history.add(.convened(of: "T2"), on: "2018-05-20")
    try history.add(.summoned(), on: "2018-05-20")
    try history.add(.held(), on: "2018-06-20")
    return history
  }

  @Test func `a jury of another certification may not decide`() throws {
    var history = try foreign()
    let other = breach("c’est un jury de T2", "it is a jury of T2")
    #expect(try decided(history) == other)
    try history.add(.framework("T3"), on: "2017-01-01")
    // Two versions of one certification are not versions of each other.
    try history.add(.superseded("T1", by: "T3"), on: "2018-01-01")
    try history.add(.superseded("T2", by: "T3"), on: "2018-01-01")
    #expect(try decided(history) == other)
  }

  @Test func `a jury of a version, earlier or later, may decide from the succession's day`() throws
  {
    for (older, newer) in [("T2", "T1"), ("T1", "T2")] {
      var history = try foreign()
      try history.add(.superseded(older, by: newer), on: "2018-06-21")
      #expect(try decided(history) != nil)
      #expect(try decided(history, on: "2018-06-21") == nil)
    }
  }

  @Test func `a jury annulled decides nothing from then on, before it does`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.juryAnnulled(), on: "2018-07-01")
    #expect(try decided(history, on: "2018-06-30") == nil)
    #expect(try decided(history, on: "2018-07-01") == breach("il a été annulé", "it was annulled"))
  }

  @Test func `the candidacy is enrolled and summoned by the session's last day`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-06-21")
    try history.add(.enrolled("D2", "P2"), on: "2018-06-22")
    try history.add(.convened(for: "2018-06-20", to: "2018-06-21"), on: "2018-05-20")
    try history.add(.held(), on: "2018-06-20")
    try history.add(.summoned(), on: "2018-06-22")
    try history.add(.summoned("D2"), on: "2018-06-22")
    #expect(
      try decided(history, on: "2018-06-23")
        == breach(
          "il n’a convoqué D1 que le 22 juin 2018, après sa session (dernier jour : 21 juin 2018)",
          "it summoned D1 on 2018-06-22, after its session (last day: 2018-06-21)"))
    #expect(
      try history.breach(of: 5, by: .validated(of: "D2"), on: "2018-06-23")?.message.english
        == "jury J1 cannot decide: D2 was enrolled on 2018-06-22, after its session (last day: 2018-06-21); it summoned D2 on 2018-06-22, after its session (last day: 2018-06-21)"
    )
    try history.add(.summoned(), on: "2018-06-21")
    #expect(try decided(history, on: "2018-06-23") == nil)
  }

  @Test
  func `a withdrawal, an absence or a cancellation after the decision in its day is too late`()
    throws
  {
    for fact in try [Fact.summonsWithdrawn(), .absent(), .cancelled(), .juryAnnulled()] {
      var history = try RuleHistory.beforeJury()
      try history.add(.validated(), on: "2018-06-20")
      try history.add(fact, on: "2018-06-20")
      try history.add(.validated("T1-B2"), on: "2018-06-20")
      #expect(history.findings(of: 5).map { $0.prefix(2) } == ["8 "], "\(fact.type)")
    }
  }

  @Test func `a jury cancelled may not decide`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.cancelled(), on: "2018-06-20")
    #expect(
      try decided(history) == breach("sa session a été décommandée", "its session was cancelled"))
  }

  @Test func `a candidacy not summoned, or whose summons was withdrawn, is not decided on`() throws
  {
    let unsummoned = breach("il n’a pas convoqué D1", "it did not summon D1")
    var history = try enrolled()
    try history.hold(summoning: ["D2"])
    #expect(try decided(history) == unsummoned)
    try history.add(.summoned(), on: "2018-06-01")
    #expect(try decided(history) == nil)
    try history.add(.summonsWithdrawn(), on: "2018-06-10")
    #expect(try decided(history) == unsummoned)
    try history.add(.summoned(), on: "2018-06-11")
    #expect(try decided(history) == nil)
  }

  @Test func `a candidacy that was absent is not decided on`() throws {
    var history = try RuleHistory.beforeJury()
    try history.add(.absent("D2"), on: "2018-06-20")
    #expect(try decided(history) == nil)
    try history.add(.absent(), on: "2018-06-20")
    #expect(
      try decided(history)
        == breach("le candidat de D1 y était absent", "the candidate of D1 was absent"))
  }

  @Test func `R05 can be waived`() throws {
    let history = try enrolled()
    for fact in [try Fact.validated(), try .refused()] {
      #expect(try history.waiver(of: 5, by: fact, on: "2018-06-20") == .recorded)
    }
  }
}
