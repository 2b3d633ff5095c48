/// The jury recommended to the candidate what to do next.
public struct JuryRecommended: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID
  /// Free text about the candidate; nil only after the candidate’s erasure.
  public let recommendation: Sealed?

  public init(jury: JuryID, candidacy: CandidacyID, recommendation: Sealed? = nil) {
    self.jury = jury
    self.candidacy = candidacy
    self.recommendation = recommendation
  }

  public static var type: EventType { .juryRecommended }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryRecommended {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    jury = try fields.required("jury")
    recommendation = try fields.unlessErased("recommendation", sealed: .text)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
    writer.member("recommendation", recommendation)
  }
}
