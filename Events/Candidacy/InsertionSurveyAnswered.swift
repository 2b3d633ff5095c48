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
