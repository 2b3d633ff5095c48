public import Events

extension TrainingProgramme: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let assessmentDays: Count = try reader.required("assessmentDays")
    let centreDays: Count = try reader.required("centreDays")
    let centreHours: Count = try reader.required("centreHours")
    let companyDays: Count? = try reader.optional("companyDays")
    let companyHours: Count? = try reader.optional("companyHours")
    let companyWeeks: Count? = try reader.optional("companyWeeks")
    let audience: Audience = try reader.required("public")
    let rhythm: FreeText? = try reader.optional("rhythm")
    let tutor: Bool? = try reader.optional("tutor")
    self.init(
      audience: audience, centreDays: centreDays, centreHours: centreHours,
      companyWeeks: companyWeeks, companyDays: companyDays, companyHours: companyHours,
      tutor: tutor, assessmentDays: assessmentDays, rhythm: rhythm)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("assessmentDays", assessmentDays)
    writer.member("centreDays", centreDays)
    writer.member("centreHours", centreHours)
    writer.member("companyDays", companyDays)
    writer.member("companyHours", companyHours)
    writer.member("companyWeeks", companyWeeks)
    writer.member("public", audience)
    writer.member("rhythm", rhythm)
    writer.member("tutor", tutor)
  }
}
