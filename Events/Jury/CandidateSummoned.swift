/// A candidacy is called before the jury.
public struct CandidateSummoned: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID

  public init(jury: JuryID, candidacy: CandidacyID) {
    self.jury = jury
    self.candidacy = candidacy
  }

  public static var type: EventType { .candidateSummoned }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
