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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension SelectionInterviewHeld: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let favourable: Bool = try reader.required("favourable")
    let interviewers: NonEmpty<InterviewingBody> = try reader.required("interviewers")
    self.init(candidacy: candidacy, interviewers: interviewers, favourable: favourable)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("favourable", favourable)
    writer.member("interviewers", interviewers)
  }
}
