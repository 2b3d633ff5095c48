import Events
import Testing

/// R24: a jury's papers are those of one session, in their order.
@Suite struct R24Tests {
  private func breach(
    _ history: RuleHistory, _ fact: Fact, _ day: String
  ) throws -> String? {
    try history.breach(of: 24, by: fact, on: day)?.message.english
  }

  private func convened(to last: String? = nil) throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convened(for: "2018-06-20", to: last), on: "2018-05-20")
    return history
  }

  @Test func `R24 judges a jury's papers, by a house rule, and can be waived`() throws {
    try expect(
      24,
      judges: [
        .juryConvened, .juryRescheduled, .juryCancelled, .juryAnnulled, .juryMemberAdded,
        .juryHeld, .juryDeliberated, .candidateSummoned, .summonsWithdrawn, .candidateAbsent,
        .resultNotified, .juryRecommended,
      ], source: ("règle interne", "house rule"))
    #expect(try convened().waiver(of: 24, by: .deliberated(), on: "2018-06-19") == .recorded)
  }

  @Test func `a jury is convened on or before the first day of its session`() throws {
    let history = try RuleHistory()
    #expect(try breach(history, .convened(), "2018-06-20") == nil)
    #expect(
      try history.breach(of: 24, by: .convened(), on: "2018-06-21")
        == Breach(
          (
            "le jury J1 serait constitué le 21 juin 2018, après le premier jour de sa session, le 20 juin 2018",
            "jury J1 would be convened on 2018-06-21, after the first day of its session, 2018-06-20"
          ),
          remedy: (
            "une session à partir du 21 juin 2018, ou la constitution à son jour",
            "a session from 2018-06-21 on, or the convening on its own day"
          )))
  }

  @Test func `the last day of a session is not before its first`() throws {
    let message = "the session’s last day, 2018-06-19, is before its first, 2018-06-20"
    let history = try RuleHistory()
    #expect(
      try breach(history, .convened(for: "2018-06-20", to: "2018-06-19"), "2018-05-20") == message)
    #expect(
      try breach(history, .convened(for: "2018-06-20", to: "2018-06-20"), "2018-05-20") == nil)
    let later = try convened()
    #expect(
      try breach(later, .rescheduled(to: "2018-06-20", through: "2018-06-19"), "2018-06-01")
        == message)
  }

  @Test func `a session is not moved to before the jury was convened`() throws {
    let history = try convened()
    #expect(try breach(history, .rescheduled(to: "2018-05-20"), "2018-06-01") == nil)
    #expect(
      try breach(history, .rescheduled(to: "2018-05-19"), "2018-06-01")
        == "jury J1 would be convened on 2018-05-20, after the first day of its session, 2018-05-19"
    )
  }

  @Test func `a jury sits on its days, as last planned by then`() throws {
    var history = try convened(to: "2018-06-21")
    #expect(
      try breach(history, .held(), "2018-06-19")
        == "jury J1 would sit on 2018-06-19, its session is planned from 2018-06-20 to 2018-06-21")
    #expect(try breach(history, .held(), "2018-06-20") == nil)
    #expect(try breach(history, .held(), "2018-06-21") == nil)
    #expect(try breach(history, .held(), "2018-06-22") != nil)
    // A move of the same day counts, and replaces both days.
    try history.add(.rescheduled(to: "2018-06-22"), on: "2018-06-21")
    #expect(try breach(history, .held(), "2018-06-20") == nil)
    #expect(
      try breach(history, .held(), "2018-06-21")
        == "jury J1 would sit on 2018-06-21, its session is planned for 2018-06-22")
    #expect(try breach(history, .held(), "2018-06-22") == nil)
    #expect(try breach(history, .held(), "2018-06-23") != nil)
  }

  @Test func `a jury sits once a day, and states who is present`() throws {
    var history = try convened(to: "2018-06-21")
    #expect(
      try breach(history, .heldByUnknown(), "2018-06-20")
        == "those present are not stated, although the composition of jury J1 is known")
    try history.add(.held(), on: "2018-06-20")
    #expect(
      try breach(history, .held(), "2018-06-20")
        == "the sitting of jury J1 on 2018-06-20 is recorded already (position 4)")
    #expect(try breach(history, .held(), "2018-06-21") == nil)
    #expect(history.findings(of: 24) == [])
  }

  @Test func `a jury of unknown composition may state no presence`() throws {
    var history = try RuleHistory()
    try history.add(.convenedUnknown(), on: "2018-05-20")
    #expect(try breach(history, .heldByUnknown(), "2018-06-20") == nil)
    #expect(try breach(history, .held(), "2018-06-20") == nil)
  }

  @Test func `who is added is not a member yet`() throws {
    let (m3, m4) = (try Fact.member("M3", .operations), try Fact.member("M4", .operations))
    var history = try convened()
    #expect(try breach(history, .memberAdded(m3), "2018-06-01") == "M3 is already in jury J1")
    #expect(try breach(history, .memberAdded(m4), "2018-06-01") == nil)
    try history.add(.memberReplaced("M3", by: m4), on: "2018-06-01")
    #expect(try breach(history, .memberAdded(m4), "2018-06-01") == "M4 is already in jury J1")
    #expect(try breach(history, .memberAdded(m4), "2018-05-31") == nil)
    #expect(try breach(history, .memberAdded(m3), "2018-06-01") == nil)
  }

  @Test func `a jury deliberates once, and not before it is held`() throws {
    var history = try convened()
    #expect(
      try breach(history, .deliberated(), "2018-06-20") == "jury J1 has not sat by 2018-06-20")
    // The day's papers count whatever their order.
    try history.add(.deliberated(), on: "2018-06-20")
    try history.add(.held(), on: "2018-06-20")
    #expect(history.findings(of: 24) == [])
    #expect(
      try breach(history, .deliberated(), "2018-06-21")
        == "jury J1 has deliberated already (position 4)")
  }

  @Test func `once held, a jury is neither rescheduled nor cancelled, it is annulled, once`() throws
  {
    var history = try convened()
    #expect(
      try breach(history, .juryAnnulled(), "2018-06-20") == "jury J1 has not sat by 2018-06-20")
    try history.add(.rescheduled(to: "2018-06-20"), on: "2018-06-20")
    try history.add(.cancelled(), on: "2018-06-20")
    try history.add(.held(), on: "2018-06-20")
    #expect(history.findings(of: 24) == ["6 the session of jury J1 was cancelled"])
    history = try convened()
    try history.add(.held(), on: "2018-06-20")
    let held = "jury J1 sat on 2018-06-20"
    #expect(try breach(history, .rescheduled(to: "2018-07-01"), "2018-06-20") == held)
    #expect(try breach(history, .cancelled(), "2018-06-20") == held)
    #expect(try breach(history, .cancelled(), "2018-06-19") == nil)
    #expect(try breach(history, .juryAnnulled(), "2018-06-19") != nil)
    #expect(try breach(history, .juryAnnulled(), "2018-06-20") == nil)
    try history.add(.juryAnnulled(), on: "2018-07-01")
    #expect(try breach(history, .juryAnnulled(), "2018-07-01") == "jury J1 was annulled already")
    #expect(try breach(history, .juryAnnulled(), "2018-06-30") == nil)
  }

  @Test func `after a cancellation or an annulment: no summons, no session, no new day`() throws {
    for (end, message) in try [
      (Fact.cancelled(), "the session of jury J1 was cancelled"),
      (.juryAnnulled(), "jury J1 was annulled"),
    ] {
      var history = try convened()
      try history.add(end, on: "2018-06-01")
      for fact in try [Fact.summoned(), .rescheduled(to: "2018-07-01")] {
        #expect(try breach(history, fact, "2018-06-01") == message)
        #expect(try breach(history, fact, "2018-05-31") == nil)
      }
      #expect(try breach(history, .held(), "2018-06-20") == message)
    }
  }
}
