/// The Caisse des Dépôts answered.
public struct DeclarationAnswered: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The flow answered.
  public let flow: FlowID
  /// The answer.
  public let outcome: DeclarationOutcome
  /// Why, sealed.
  public let grounds: Sealed?

  public init(
    candidacy: CandidacyID, flow: FlowID, outcome: DeclarationOutcome, grounds: Sealed? = nil
  ) {
    self.candidacy = candidacy
    self.flow = flow
    self.outcome = outcome
    self.grounds = grounds
  }

  public static var type: EventType { .declarationAnswered }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
