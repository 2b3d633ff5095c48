/// A holder told what became of them.
public struct InsertionSurveyAnswered: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// How long after the award.
  public let after: SurveyMoment
  /// Whether employed.
  public let employed: Bool
  /// Whether in the occupation aimed at.
  public let inTargetOccupation: Bool

  public init(
    candidacy: CandidacyID, after: SurveyMoment, employed: Bool, inTargetOccupation: Bool
  ) {
    self.candidacy = candidacy
    self.after = after
    self.employed = employed
    self.inTargetOccupation = inTargetOccupation
  }

  public static var type: EventType { .insertionSurveyAnswered }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
