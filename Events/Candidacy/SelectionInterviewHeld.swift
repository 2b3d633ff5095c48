/// The selection interview was held.
public struct SelectionInterviewHeld: Payload {
  public let candidacy: CandidacyID
  /// The bodies whose representatives took part.
  public let interviewers: NonEmpty<InterviewingBody>
  public let favourable: Bool

  public init(candidacy: CandidacyID, interviewers: NonEmpty<InterviewingBody>, favourable: Bool) {
    self.candidacy = candidacy
    self.interviewers = interviewers
    self.favourable = favourable
  }

  public static var type: EventType { .selectionInterviewHeld }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension SelectionInterviewHeld {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    favourable = try fields.required("favourable")
    interviewers = try fields.required("interviewers")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("favourable", favourable)
    writer.member("interviewers", interviewers)
  }
}
