/// The jury refuses a block.
public struct BlockRefused: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
  public let block: BlockCode
  /// Why, sealed.
  public let grounds: Sealed?
  /// Members present who took no part in this decision.
  public let without: NonEmpty<MemberID>?

  public init(
    jury: JuryID, candidacy: CandidacyID, block: BlockCode, grounds: Sealed? = nil,
    without: NonEmpty<MemberID>? = nil
  ) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
    self.grounds = grounds
    self.without = without
  }

  public static var type: EventType { .blockRefused }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
