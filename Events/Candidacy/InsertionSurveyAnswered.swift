/// A certified person answered an insertion survey; the latest answer of each moment counts.
public struct InsertionSurveyAnswered: Payload {
  public let candidacy: CandidacyID
  public let after: SurveyMoment
  public let employed: Bool
  /// Counted only where ``employed`` is true.
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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension InsertionSurveyAnswered {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    after = try fields.required("after")
    candidacy = try fields.required("candidacy")
    employed = try fields.required("employed")
    inTargetOccupation = try fields.required("inTargetOccupation")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("after", after)
    writer.member("candidacy", candidacy)
    writer.member("employed", employed)
    writer.member("inTargetOccupation", inTargetOccupation)
  }
}
