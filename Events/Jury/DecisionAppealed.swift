/// A jury’s latest decision on a block is appealed against.
public struct DecisionAppealed: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
  public let block: BlockCode

  public init(jury: JuryID, candidacy: CandidacyID, block: BlockCode) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
  }

  public static var type: EventType { .decisionAppealed }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
