/// A block held from elsewhere counts here.
public struct PriorValidationRecognised: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
  public let block: BlockCode
  /// Why it counts.
  public let basis: RecognitionBasis
  /// Where it comes from.
  public let source: ValidationSource

  public init(
    candidacy: CandidacyID, block: BlockCode, basis: RecognitionBasis, source: ValidationSource
  ) {
    self.candidacy = candidacy
    self.block = block
    self.basis = basis
    self.source = source
  }

  public static var type: EventType { .priorValidationRecognised }

  public var subjects: [Subject] {
    [.candidacy(candidacy)] + source.candidacy.subjects({ .candidacy($0) })
  }
}
