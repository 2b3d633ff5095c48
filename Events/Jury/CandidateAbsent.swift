/// The candidate was absent from the session.
public struct CandidateAbsent: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID
  public let excused: Bool

  public init(jury: JuryID, candidacy: CandidacyID, excused: Bool) {
    self.jury = jury
    self.candidacy = candidacy
    self.excused = excused
  }

  public static var type: EventType { .candidateAbsent }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidateAbsent {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    excused = try fields.required("excused")
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("excused", excused)
    writer.member("jury", jury)
  }
}
