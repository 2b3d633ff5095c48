import Events
import NaiveModel
import Projections
import TestSupport
import Testing

/// A jury from its convening to its minutes.
struct JuryRegisterTests {
  @Test func `a jury has no register before it is convened`() throws {
    var story = try Story()
    try story.summon("2018-02-01")
    try story.convene()
    let day = try CalendarDate("2018-02-28")
    let before = try story.ledger.log.register(
      of: try JuryID("J1"), on: day, known: story.ledger.end)
    #expect(before == nil)
    #expect(try story.register("2018-03-01").status == .convened)
  }

  @Test func `a jury is convened, rescheduled, held and deliberates, each by its event`() throws {
    let jury = try JuryID("J1")
    var story = try Story()
    try story.convene()
    try story.record(
      "2018-04-01",
      .juryRescheduled(JuryRescheduled(jury: jury, sessionOn: try CalendarDate("2018-07-01"))))
    try story.hold("2018-07-01", ["M1", "M2", "M3"])
    try story.record(
      "2018-07-02", .juryDeliberated(JuryDeliberated(jury: jury, minutes: try FreeText("PV-1"))))
    #expect(try story.register("2018-03-31").sessionOn == CalendarDate("2018-06-01"))
    let held = try story.register("2018-07-01")
    #expect(held.status == .held)
    #expect(try held.sessionOn == CalendarDate("2018-07-01"))
    #expect(try held.convenedFor == CalendarDate("2018-06-01"))
    #expect(held.minutes.isEmpty)
    #expect(held.presence?.members?.map(\.text) == ["M1", "M2", "M3"])
    let state = try story.register("2018-07-02")
    #expect(state.status == .deliberated)
    #expect(state.position == story.ledger.end)
    #expect(state.minutes.map(\.position) == [story.ledger.end])
    #expect(state.mode == .mixed)
  }

  @Test func `a jury cancelled stays cancelled, and an annulled cancellation is none`() throws {
    var story = try Story()
    try story.convene()
    let cancelled = try story.record(
      "2018-04-01", .juryCancelled(JuryCancelled(jury: try JuryID("J1"))))
    try story.hold("2018-06-01", ["M1"])
    #expect(try story.register("2018-06-01").status == .cancelled)
    try story.annul(cancelled, "2018-06-02")
    #expect(try story.register("2018-06-01").status == .held)
  }

  @Test func `members are added, replaced and recused`() throws {
    let jury = try JuryID("J1")
    var story = try Story()
    try story.convene()
    let convened = story.ledger.end
    try story.record(
      "2018-04-01", .juryMemberAdded(JuryMemberAdded(jury: jury, by: Story.member("M4", .other))))
    try story.record(
      "2018-04-02",
      .juryMemberRecused(
        JuryMemberRecused(
          jury: jury, member: try MemberID("M3"), candidacy: try CandidacyID("C1"))))
    let recused = story.ledger.end
    try story.replace("M2", by: try Story.member("M5", .humanResources), "2018-04-03")
    let state = try story.register("2018-04-03")
    #expect(state.members.map(\.member.text) == ["M1", "M3", "M4", "M5"])
    #expect(state.members.map(\.since).first == convened)
    #expect(state.members[1].recusals.map(\.position) == [recused])
    #expect(state.members[2].appointment == .added)
    #expect(try state.members[3].appointment == .replacing(MemberID("M2")))
    #expect(state.formerMembers.map(\.member.text) == ["M2"])
    #expect(state.formerMembers.map(\.until) == [story.ledger.end])
    #expect(state.composition.allSatisfy { $0.missing.isEmpty })
  }

  @Test func `a candidate is summoned, the summons withdrawn and made again, then absent`() throws {
    let (jury, candidacy) = (try JuryID("J1"), try CandidacyID("C1"))
    var story = try Story()
    try story.convene()
    try story.summon("2018-04-01")
    try story.record(
      "2018-04-02", .summonsWithdrawn(SummonsWithdrawn(jury: jury, candidacy: candidacy)))
    try story.summon("2018-04-03")
    let summoned = story.ledger.end
    try story.record(
      "2018-06-01",
      .candidateAbsent(CandidateAbsent(jury: jury, candidacy: candidacy, excused: true)))
    #expect(try story.juryCandidacy("2018-04-01").outcome == .summoned)
    #expect(try story.juryCandidacy("2018-04-02").outcome == .withdrawn)
    #expect(try story.juryCandidacy("2018-04-03").outcome == .summoned)
    let absent = try story.juryCandidacy("2018-06-01")
    #expect(absent.outcome == .absent)
    #expect(absent.absence?.excused == true)
    #expect(absent.summoned == summoned)
  }

  @Test func `each decision is shown with its appeal and revocation`() throws {
    var story = try Story()
    try story.convene()
    try story.summon("2018-04-01")
    for block in 1...3 { try story.validate(block, "2018-06-01") }
    try story.refuse(4, "2018-06-01")
    try story.revoke(1, "2018-07-01")
    let revoked = story.ledger.end
    try story.appeal(4, "2018-07-01")
    try story.appeal(3, "2018-07-01")
    #expect(
      try story.juryCandidacy("2018-07-01").decisions.map(\.fate) == [
        .revoked, .stands, .appealed, .appealed,
      ])
    try story.settle(4, "2018-08-01", .falls)
    try story.settle(3, "2018-08-01", .stands)
    let juryCandidacy = try story.juryCandidacy("2018-08-01")
    #expect(juryCandidacy.outcome == .decided)
    #expect(
      juryCandidacy.decisions.map(\.verdict) == [.validated, .validated, .validated, .refused])
    #expect(juryCandidacy.decisions.map(\.fate) == [.revoked, .stands, .upheld, .fallen])
    #expect(juryCandidacy.decisions.map(\.isInForce) == [false, true, true, false])
    #expect(juryCandidacy.decisions[0].fatePosition == revoked)
    #expect(juryCandidacy.decisions[1].fatePosition == nil)
  }

  @Test func `a decision without a summons is listed, a revocation of nothing is not`() throws {
    var story = try Story()
    try story.convene()
    try story.revoke(1, "2018-05-01")
    #expect(try story.register("2018-05-01").candidacies.isEmpty)
    try story.validate(1, "2018-06-01")
    #expect(try story.juryCandidacy("2018-06-01").summoned == nil)
    #expect(try story.juryCandidacy("2018-06-01").outcome == .decided)
  }

  @Test(.tags(.property)) func `which decisions are in force agrees with the naive model`() throws {
    var compared = 0
    for seed in Properties.seeds {
      var history = try RandomHistory(seed: seed)
      for number in 0..<3 {
        let convened = JuryConvened(
          jury: try JuryID("J\(number)"), certification: history.certification,
          sessionOn: history.days[0], mode: .remote,
          members: try NonEmpty([Story.member("M1", .president)]))
        history.ledger.record(.juryConvened(convened), on: history.days[0])
      }
      let (log, end) = (history.ledger.log, history.ledger.end)
      let day = history.dice.pick(history.days)
      let reading = NaiveLedger(log: log, day: day, known: end).reading()
      for number in 0..<3 {
        let jury = try JuryID("J\(number)")
        let state = try #require(try log.register(of: jury, on: day, known: end))
        // An award revoked takes blocks with it; the decisions of the jury are not revoked by that.
        for juryCandidacy in state.candidacies
        where !reading.hasRevokedBlocks(juryCandidacy.candidacy) {
          for block in Set(juryCandidacy.decisions.map(\.block)) {
            let decisions = juryCandidacy.decisions.filter { $0.block == block }
            let naive = reading.decisions(juryCandidacy.candidacy, block).filter { $0.jury == jury }
            #expect(decisions.map(\.position) == naive.map(\.when.position), "seed \(seed)")
            #expect(decisions.map(\.isInForce) == naive.map(\.stands), "seed \(seed)")
            compared += decisions.count
          }
        }
      }
    }
    #expect(compared > 3 * Properties.seeds.count)
  }
}
