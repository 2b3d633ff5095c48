/// The award was deposited with the Caisse des Dépôts.
public struct AwardDeclared: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The flow it was deposited in.
  public let flow: FlowID

  public init(candidacy: CandidacyID, flow: FlowID) {
    self.candidacy = candidacy
    self.flow = flow
  }

  public static var type: EventType { .awardDeclared }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
