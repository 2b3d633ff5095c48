/// An appeal was decided.
public struct AppealDecided: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
  public let block: BlockCode
  /// Whether the decision counts on.
  public let outcome: AppealOutcome

  public init(jury: JuryID, candidacy: CandidacyID, block: BlockCode, outcome: AppealOutcome) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
    self.outcome = outcome
  }

  public static var type: EventType { .appealDecided }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }
}
