/// The result was sent to the candidate, on the day of the event.
public struct ResultNotified: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID

  public init(jury: JuryID, candidacy: CandidacyID) {
    self.jury = jury
    self.candidacy = candidacy
  }

  public static var type: EventType { .resultNotified }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension ResultNotified {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
