import EventSamples
import Events

/// Facts of a jury, `J1` unless named: `M1` presides, `M2` is of human resources, `M3` of operations.
extension Fact {
  static func member(_ id: String, _ role: JuryRole) throws -> JuryMember {
    JuryMember(member: try MemberID(id), role: role)
  }

  static func convened(
    _ jury: String = "J1", of code: String = "T1", for day: String = "2018-06-20",
    to last: String? = nil, _ members: [JuryMember]? = nil
  ) throws -> Fact {
    let usual = [
      try member("M1", .president), try member("M2", .humanResources),
      try member("M3", .operations),
    ]
    return .juryConvened(
      JuryConvened(
        jury: try JuryID(jury), certification: try CertificationCode(code),
        sessionOn: try CalendarDate(day), sessionTo: try last.map { try CalendarDate($0) },
        mode: .onSite, members: try NonEmpty(members ?? usual)))
  }

  /// A jury whose members no document states.
  static func convenedUnknown(_ jury: String = "J1") throws -> Fact {
    .juryConvened(
      JuryConvened(
        jury: try JuryID(jury), certification: try CertificationCode("T1"),
        sessionOn: try CalendarDate("2018-06-20"), mode: .written, members: nil))
  }

  static func summoned(_ candidacy: String = "D1", to jury: String = "J1") throws -> Fact {
    .candidateSummoned(
      CandidateSummoned(jury: try JuryID(jury), candidacy: try CandidacyID(candidacy)))
  }

  static func summonsWithdrawn(_ candidacy: String = "D1") throws -> Fact {
    .summonsWithdrawn(
      SummonsWithdrawn(jury: try JuryID("J1"), candidacy: try CandidacyID(candidacy)))
  }

  static func absent(_ candidacy: String = "D1") throws -> Fact {
    .candidateAbsent(
      CandidateAbsent(
        jury: try JuryID("J1"), candidacy: try CandidacyID(candidacy), excused: true))
  }

  static func held(
    _ jury: String = "J1", _ present: [String] = ["M1", "M2", "M3"]
  ) throws -> Fact {
    .juryHeld(
      JuryHeld(
        jury: try JuryID(jury), present: try NonEmpty(present.map { try MemberID($0) })))
  }

  /// A sitting that states no presence.
  static func heldByUnknown(_ jury: String = "J1") throws -> Fact {
    .juryHeld(JuryHeld(jury: try JuryID(jury), present: nil))
  }

  static func rescheduled(to day: String, through last: String? = nil) throws -> Fact {
    .juryRescheduled(
      JuryRescheduled(
        jury: try JuryID("J1"), sessionOn: try CalendarDate(day),
        sessionTo: try last.map { try CalendarDate($0) }))
  }

  static func juryAnnulled(_ jury: String = "J1") throws -> Fact {
    .juryAnnulled(JuryAnnulled(jury: try JuryID(jury)))
  }

  static func deliberated() throws -> Fact {
    .juryDeliberated(JuryDeliberated(jury: try JuryID("J1"), minutes: try FreeText("PV-1")))
  }

  static func memberReplaced(_ member: String, by other: JuryMember) throws -> Fact {
    .juryMemberReplaced(
      JuryMemberReplaced(jury: try JuryID("J1"), member: try MemberID(member), by: other))
  }

  static func notified(_ candidacy: String = "D1", by jury: String = "J1") throws -> Fact {
    .resultNotified(
      ResultNotified(jury: try JuryID(jury), candidacy: try CandidacyID(candidacy)))
  }

  static func recommended(_ candidacy: String = "D1") throws -> Fact {
    .juryRecommended(
      JuryRecommended(
        jury: try JuryID("J1"), candidacy: try CandidacyID(candidacy),
        recommendation: try Samples.sealed("k")))
  }

  static func cancelled(_ jury: String = "J1") throws -> Fact {
    .juryCancelled(JuryCancelled(jury: try JuryID(jury)))
  }

  static func memberAdded(_ member: JuryMember) throws -> Fact {
    .juryMemberAdded(JuryMemberAdded(jury: try JuryID("J1"), by: member))
  }

  static func recused(_ member: String, from candidacy: String = "D1") throws -> Fact {
    .juryMemberRecused(
      JuryMemberRecused(
        jury: try JuryID("J1"), member: try MemberID(member),
        candidacy: try CandidacyID(candidacy)))
  }

  static func validated(
    _ block: String = "T1-B1", of candidacy: String = "D1", by jury: String = "J1",
    without members: [String] = []
  ) throws -> Fact {
    .blockValidated(
      BlockValidated(
        jury: try JuryID(jury), candidacy: try CandidacyID(candidacy),
        block: try BlockCode(block),
        without: try? NonEmpty(try members.map { try MemberID($0) })))
  }

  static func refused(
    _ block: String = "T1-B1", of candidacy: String = "D1", by jury: String = "J1",
    without members: [String] = []
  ) throws -> Fact {
    .blockRefused(
      BlockRefused(
        jury: try JuryID(jury), candidacy: try CandidacyID(candidacy),
        block: try BlockCode(block),
        without: try? NonEmpty(try members.map { try MemberID($0) })))
  }

  static func decisionRevoked(_ block: String = "T1-B1", by jury: String = "J1") throws -> Fact {
    .juryDecisionRevoked(
      JuryDecisionRevoked(
        jury: try JuryID(jury), candidacy: try CandidacyID("D1"), block: try BlockCode(block),
        grounds: try Samples.sealed("k")))
  }

  static func appealed(_ block: String = "T1-B1", by jury: String = "J1") throws -> Fact {
    .decisionAppealed(
      DecisionAppealed(
        jury: try JuryID(jury), candidacy: try CandidacyID("D1"), block: try BlockCode(block)))
  }

  static func appealDecided(
    _ outcome: AppealOutcome = .falls, _ block: String = "T1-B1", by jury: String = "J1"
  ) throws -> Fact {
    .appealDecided(
      AppealDecided(
        jury: try JuryID(jury), candidacy: try CandidacyID("D1"), block: try BlockCode(block),
        outcome: outcome))
  }
}

extension RuleHistory {
  /// Convenes a jury of `T1` thirty days or so before, summons the candidacies and holds the session.
  mutating func hold(
    _ jury: String = "J1", on day: String = "2018-06-20", convenedOn: String = "2018-05-20",
    summoning candidacies: [String] = ["D1"], present: [String] = ["M1", "M2", "M3"]
  ) throws {
    try add(.convened(jury, for: day), on: convenedOn)
    for candidacy in candidacies { try add(.summoned(candidacy, to: jury), on: convenedOn) }
    try add(.held(jury, present), on: day)
  }

  /// Enrols `D1` on 2018-01-08 and holds `J1` on 2018-06-20; nothing is decided yet.
  static func beforeJury(_ framework: Fact? = nil) throws -> RuleHistory {
    var history = try RuleHistory(framework)
    try history.add(.enrolled(), on: "2018-01-08")
    try history.hold()
    return history
  }
}
