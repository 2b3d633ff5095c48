/// The candidate did not come.
public struct CandidateAbsent: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Whether with an excuse.
  public let excused: Bool

  public init(jury: JuryID, candidacy: CandidacyID, excused: Bool) {
    self.jury = jury
    self.candidacy = candidacy
    self.excused = excused
  }

  public static var type: EventType { .candidateAbsent }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
