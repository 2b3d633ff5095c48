import Events
import Projections
import Testing

/// A jury against its certification's framework.
struct JuryCompositionTests {
  static func pathway(_ pathway: Pathway, _ state: JuryState) throws -> JuryComposition {
    try #require(state.composition.first { $0.pathway == pathway })
  }

  @Test func `every open pathway is listed, and no closed one`() throws {
    var story = try Story()
    try story.convene()
    let state = try story.register("2018-03-01")
    #expect(state.composition.map(\.pathway) == [.continuingTraining, .individual, .experience])
    #expect(state.composition.allSatisfy { $0.missing.isEmpty && $0.missingPresent == nil })
    #expect(state.composition.allSatisfy { $0.basis == .policy })
  }

  @Test func `a role no member holds, or none present, is missing`() throws {
    var story = try Story()
    try story.convene([
      try Story.member("M1", .president), try Story.member("M2", .humanResources),
    ])
    try story.hold("2018-06-01", ["M1", "stranger"])
    let composition = try Self.pathway(.experience, story.register("2018-06-01"))
    #expect(composition.missing == [.operations])
    #expect(composition.missingPresent == [.humanResources, .operations])
  }

  @Test func `one person fills one role, the one that no other can`() throws {
    var story = try Story()
    try story.convene([
      try Story.member("M1", .president), try Story.member("M1", .humanResources),
      try Story.member("M2", .president),
    ])
    let composition = try Self.pathway(.experience, story.register("2018-03-01"))
    #expect(composition.missing == [.operations])
    var other = try Story()
    try other.convene([
      try Story.member("M1", .president), try Story.member("M1", .humanResources),
    ])
    #expect(
      try Self.pathway(.experience, other.register("2018-03-01")).missing
        == [.humanResources, .operations])
  }

  @Test func `the policy in force on the session day counts, also for one pathway alone`() throws {
    var story = try Story()
    try story.rolesPolicy([.president, .other], from: "2018-06-01", "2018-02-01")
    try story.rolesPolicy([.other, .other], from: "2018-05-01", "2018-02-02", for: .experience)
    try story.rolesPolicy([.president], from: "2018-06-01", "2018-02-03", for: .individual)
    try story.rolesPolicy([.other], from: "2018-06-02", "2018-02-04")
    try story.convene()
    let state = try story.register("2018-03-01")
    #expect(try Self.pathway(.continuingTraining, state).missing == [.other])
    #expect(try Self.pathway(.experience, state).required == [.president, .other])
    #expect(try Self.pathway(.individual, state).missing.isEmpty)
    try story.record(
      "2018-04-01",
      .juryRescheduled(
        JuryRescheduled(jury: try JuryID("J1"), sessionOn: try CalendarDate("2018-05-31"))))
    let moved = try story.register("2018-04-01")
    #expect(try Self.pathway(.experience, moved).missing == [.other, .other])
    #expect(try Self.pathway(.individual, moved).required.count == 3)
  }

  @Test func `a member replaced after the session was present in the role held that day`() throws {
    var story = try Story()
    try story.convene()
    try story.hold("2018-06-01", ["M1", "M2", "M3"])
    try story.replace("M1", by: try Story.member("M6", .other), "2018-06-02")
    let composition = try Self.pathway(.experience, story.register("2018-06-02"))
    #expect(composition.missing == [.president])
    #expect(composition.missingPresent == [])
  }
}
