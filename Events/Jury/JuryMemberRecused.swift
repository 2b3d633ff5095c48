/// A member takes no part in one candidacy’s decisions.
public struct JuryMemberRecused: Payload {
  /// The jury.
  public let jury: JuryID
  /// Who is recused.
  public let member: MemberID
  /// The candidacy.
  public let candidacy: CandidacyID

  public init(jury: JuryID, member: MemberID, candidacy: CandidacyID) {
    self.jury = jury
    self.member = member
    self.candidacy = candidacy
  }

  public static var type: EventType { .juryMemberRecused }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
