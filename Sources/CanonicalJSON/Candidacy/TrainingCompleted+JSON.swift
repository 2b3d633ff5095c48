public import Events

extension TrainingCompleted: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let centreHours: Count = try reader.required("centreHours")
    let companyHours: Count? = try reader.optional("companyHours")
    self.init(candidacy: candidacy, centreHours: centreHours, companyHours: companyHours)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("centreHours", centreHours)
    writer.member("companyHours", companyHours)
  }
}
