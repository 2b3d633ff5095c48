public import Events

extension InsertionSurveyAnswered: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let after: SurveyMoment = try reader.required("after")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let employed: Bool = try reader.required("employed")
    let inTargetOccupation: Bool = try reader.required("inTargetOccupation")
    self.init(
      candidacy: candidacy, after: after, employed: employed,
      inTargetOccupation: inTargetOccupation)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("after", after)
    writer.member("candidacy", candidacy)
    writer.member("employed", employed)
    writer.member("inTargetOccupation", inTargetOccupation)
  }
}
