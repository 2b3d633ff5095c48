/// The jury validates a block.
public struct BlockValidated: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
  public let block: BlockCode
  /// Members present who took no part in this decision.
  public let without: NonEmpty<MemberID>?

  public init(
    jury: JuryID, candidacy: CandidacyID, block: BlockCode, without: NonEmpty<MemberID>? = nil
  ) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
    self.without = without
  }

  public static var type: EventType { .blockValidated }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
