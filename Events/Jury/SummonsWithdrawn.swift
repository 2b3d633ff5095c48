/// A summons no longer holds; it may be made again.
public struct SummonsWithdrawn: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Why, sealed.
  public let grounds: Sealed?

  public init(jury: JuryID, candidacy: CandidacyID, grounds: Sealed? = nil) {
    self.jury = jury
    self.candidacy = candidacy
    self.grounds = grounds
  }

  public static var type: EventType { .summonsWithdrawn }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
