import Events
import Projections
import Testing

/// A jury written in a few lines: `J1` on the story's certification.
extension Story {
  static func member(_ id: String, _ role: JuryRole) throws -> JuryMember {
    JuryMember(member: try MemberID(id), role: role, organisation: try FreeText("Habitat"))
  }

  /// Convenes `J1` on 2018-03-01: `M1` presides, `M2` and `M3` are of the profession.
  mutating func convene(_ members: [JuryMember]? = nil, sessionOn: String = "2018-06-01") throws {
    let usual = [
      try Self.member("M1", .president), try Self.member("M2", .humanResources),
      try Self.member("M3", .operations),
    ]
    try record(
      "2018-03-01",
      .juryConvened(
        JuryConvened(
          jury: try JuryID("J1"), certification: certification,
          sessionOn: try CalendarDate(sessionOn), mode: .mixed, place: try FreeText("Paris"),
          members: try NonEmpty(members ?? usual))))
  }

  mutating func replace(_ member: String, by other: JuryMember, _ day: String) throws {
    try record(
      day,
      .juryMemberReplaced(
        JuryMemberReplaced(jury: try JuryID("J1"), member: try MemberID(member), by: other)))
  }

  mutating func hold(_ day: String, _ present: [String]) throws {
    try record(
      day,
      .juryHeld(
        JuryHeld(jury: try JuryID("J1"), present: try NonEmpty(present.map { try MemberID($0) }))))
  }

  mutating func rolesPolicy(
    _ roles: [JuryRole], from effectiveOn: String, _ day: String, for pathway: Pathway? = nil
  ) throws {
    try record(
      day,
      .juryPolicyChanged(
        JuryPolicyChanged(
          certification: certification, pathway: pathway, roles: try NonEmpty(roles),
          effectiveOn: try CalendarDate(effectiveOn), basis: .policy)))
  }

  /// The register of `J1`, folded from its own events and its certification's only.
  func register(_ day: String) throws -> JuryState {
    try #require(
      try ledger.log.register(of: try JuryID("J1"), on: try CalendarDate(day), known: ledger.end))
  }

  func juryCandidacy(_ day: String) throws -> JuryCandidacy {
    try #require(try register(day).candidacies.first)
  }
}

extension [Envelope] {
  /// A jury's register, checked against the one folded from every event.
  func register(
    of jury: JuryID, on day: CalendarDate, known: Position
  ) throws -> JuryState? {
    var own = JuryRegister(of: jury, timeless(known))
    var whole = own
    for envelope in counted(on: day, known: known) {
      whole.apply(envelope)
      let bears = envelope.event.fact.subjects.contains {
        if case .certification = $0 { true } else { $0 == .jury(jury) }
      }
      if bears { own.apply(envelope) }
    }
    #expect(own.register(on: day) == whole.register(on: day))
    return own.register(on: day)
  }
}
