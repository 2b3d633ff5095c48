/// A recognition no longer counts.
public struct RecognitionRevoked: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
  public let block: BlockCode
  /// Why, sealed.
  public let grounds: Sealed

  public init(candidacy: CandidacyID, block: BlockCode, grounds: Sealed) {
    self.candidacy = candidacy
    self.block = block
    self.grounds = grounds
  }

  public static var type: EventType { .recognitionRevoked }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
