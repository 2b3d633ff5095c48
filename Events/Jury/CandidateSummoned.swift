/// The candidate was summoned to the jury’s session.
public struct CandidateSummoned: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID

  public init(jury: JuryID, candidacy: CandidacyID) {
    self.jury = jury
    self.candidacy = candidacy
  }

  public static var type: EventType { .candidateSummoned }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidateSummoned {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
