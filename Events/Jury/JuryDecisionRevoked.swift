/// A jury’s decision on a block no longer stands.
public struct JuryDecisionRevoked: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
  public let block: BlockCode
  /// Why, sealed.
  public let grounds: Sealed

  public init(jury: JuryID, candidacy: CandidacyID, block: BlockCode, grounds: Sealed) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
    self.grounds = grounds
  }

  public static var type: EventType { .juryDecisionRevoked }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
