/// The selection interview was held.
public struct SelectionInterviewHeld: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Who sat at it.
  public let interviewers: NonEmpty<InterviewingBody>
  /// Whether it was favourable.
  public let favourable: Bool

  public init(candidacy: CandidacyID, interviewers: NonEmpty<InterviewingBody>, favourable: Bool) {
    self.candidacy = candidacy
    self.interviewers = interviewers
    self.favourable = favourable
  }

  public static var type: EventType { .selectionInterviewHeld }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
