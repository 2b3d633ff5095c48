import Events
import Projections
import Testing

/// A jury that sits on several days, is annulled, or whose members are not known.
struct JurySessionTests {
  private static func jury() throws -> JuryID { try JuryID("J1") }

  private static func convened(
    to last: String? = nil, members: [JuryMember]?
  ) throws -> Fact {
    .juryConvened(
      JuryConvened(
        jury: try jury(), certification: try CertificationCode("3474"),
        sessionOn: try CalendarDate("2018-06-01"), sessionTo: try last.map { try CalendarDate($0) },
        mode: .written, members: try members.map { try NonEmpty($0) }))
  }

  @Test func `a session of several days is moved as a whole`() throws {
    var story = try Story()
    try story.record(
      "2018-03-01",
      Self.convened(to: "2018-06-02", members: [Story.member("M1", .president)]))
    let planned = try story.register("2018-03-01").session
    #expect(try planned.first == CalendarDate("2018-06-01"))
    #expect(try planned.last == CalendarDate("2018-06-02"))
    try story.record(
      "2018-04-01",
      .juryRescheduled(
        JuryRescheduled(jury: Self.jury(), sessionOn: try CalendarDate("2018-07-01"))))
    let moved = try story.register("2018-04-01")
    #expect(try moved.session.last == CalendarDate("2018-07-01"))
    #expect(moved.mode == .written)
  }

  @Test func `each sitting has its presence; of one day, the last recorded counts`() throws {
    var story = try Story()
    try story.convene()
    try story.hold("2018-06-01", ["M1"])
    try story.hold("2018-06-02", ["M1", "M2"])
    try story.hold("2018-06-01", ["M1", "M2", "M3"])
    let state = try story.register("2018-06-02")
    #expect(state.sittings.map { $0.members?.map(\.text) } == [["M1", "M2", "M3"], ["M1", "M2"]])
    #expect(try state.presence?.heldOn == CalendarDate("2018-06-02"))
    let composition = try JuryCompositionTests.pathway(.experience, state)
    #expect(composition.sittings.map(\.missing) == [[], [.operations]])
    #expect(composition.missingPresent == [.operations])
    let json = JuryAnswer(
      on: try CalendarDate("2018-06-02"), known: story.ledger.end, state: state
    ).json
    #expect(json["sessionTo"] == .null)
    #expect(json["compositionKnown"] == .boolean(true))
    #expect(json["present"] == ["M1", "M2"])
    #expect(
      json["sittings"] == [
        ["on": "2018-06-01", "position": .integer(8), "present": ["M1", "M2", "M3"]],
        ["on": "2018-06-02", "position": .integer(7), "present": ["M1", "M2"]],
      ])
  }

  @Test func `a jury of unknown composition has no members and no gaps`() throws {
    var story = try Story()
    try story.record("2018-03-01", Self.convened(members: nil))
    try story.record("2018-06-01", .juryHeld(JuryHeld(jury: Self.jury(), present: nil)))
    let state = try story.register("2018-06-01")
    #expect(state.status == .held)
    #expect(!state.isCompositionKnown)
    #expect(state.members.isEmpty && state.composition.isEmpty)
    #expect(state.sittings.map(\.members) == [nil])
  }

  @Test func `a jury annulled fells its decisions, revoked or entered afterwards too`() throws {
    var story = try Story()
    try story.convene()
    try story.summon("2018-04-01")
    try story.hold("2018-06-01", ["M1", "M2", "M3"])
    try story.validate(1, "2018-06-01")
    try story.validate(2, "2018-06-01")
    try story.revoke(2, "2018-06-10")
    let annulment = try story.record(
      "2018-07-01", .juryAnnulled(JuryAnnulled(jury: Self.jury())))
    let annulled = story.ledger.end
    // Made before, recorded after; and made after.
    try story.validate(3, "2018-06-01")
    try story.validate(4, "2018-07-02")
    let state = try story.register("2018-07-02")
    #expect(state.status == .annulled)
    #expect(state.position == annulled)
    #expect(state.candidacies[0].decisions.map(\.fate) == [.fallen, .fallen, .fallen, .fallen])
    #expect(
      try story.register("2018-06-30").candidacies[0].decisions.map(\.fate)
        == [.stands, .revoked, .stands])
    let ledger = story.ledger.log.state(on: try CalendarDate("2018-07-02"), known: story.ledger.end)
    let after = try #require(
      ledger.candidacy(CandidacyID("C1"), on: try CalendarDate("2018-07-02")))
    #expect(after.status == .enrolled)
    #expect(after.blocks.allSatisfy { $0.status == .missing })
    try story.annul(annulment, "2018-08-01")
    #expect(try story.register("2018-07-02").status == .held)
  }

  @Test func `nobody awaits a jury annulled`() throws {
    var story = try Story()
    try story.convene()
    try story.summon("2018-04-01")
    try story.hold("2018-06-01", ["M1", "M2", "M3"])
    try story.record("2018-07-01", .juryAnnulled(JuryAnnulled(jury: Self.jury())))
    func status(_ day: String) throws -> CandidacyStatus? {
      let day = try CalendarDate(day)
      return story.ledger.log.state(on: day, known: story.ledger.end)
        .candidacy(try CandidacyID("C1"), on: day)?.status
    }
    #expect(try status("2018-06-30") == .awaitingJury)
    #expect(try status("2018-07-01") == .enrolled)
  }

  @Test func `a result sent and a recommendation are told of a candidacy that the jury met`() throws
  {
    let candidacy = try CandidacyID("C1")
    let notified = Fact.resultNotified(ResultNotified(jury: try Self.jury(), candidacy: candidacy))
    var story = try Story()
    try story.convene()
    try story.record("2018-04-01", notified)
    #expect(try story.register("2018-04-01").candidacies.isEmpty)
    try story.summon("2018-04-02")
    #expect(try story.juryCandidacy("2018-04-02").notified == nil)
    try story.validate(1, "2018-06-01")
    try story.record("2018-06-03", notified)
    try story.record(
      "2018-06-04",
      .juryRecommended(
        JuryRecommended(
          jury: Self.jury(), candidacy: candidacy, recommendation: try Ledger.sealed())))
    let told = try story.juryCandidacy("2018-06-04")
    #expect(try told.notified?.on == CalendarDate("2018-06-03"))
    #expect(told.recommended == story.ledger.end)
    let state = try story.register("2018-06-04")
    let json = JuryAnswer(
      on: try CalendarDate("2018-06-04"), known: story.ledger.end, state: state
    ).json
    guard case .list(let candidacies)? = json["candidacies"] else {
      Issue.record("no candidacies")
      return
    }
    #expect(candidacies.map { $0["notifiedOn"] } == ["2018-06-03"])
    #expect(candidacies.map { $0["recommended"] } == [.boolean(true)])
  }
}
