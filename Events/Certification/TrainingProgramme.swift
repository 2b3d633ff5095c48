/// The training a public follows.
public struct TrainingProgramme: Hashable, Sendable {
  /// Whom it is for.
  public let audience: Audience
  /// Days in the training centre.
  public let centreDays: Count
  /// Hours in the training centre.
  public let centreHours: Count
  /// Weeks in a company.
  public let companyWeeks: Count?
  /// Days in a company.
  public let companyDays: Count?
  /// Hours in a company.
  public let companyHours: Count?
  /// Whether a tutor accompanies in the company.
  public let tutor: Bool?
  /// Days of assessment, included in the centre’s.
  public let assessmentDays: Count
  /// How the days are spread.
  public let rhythm: FreeText?

  public init(
    audience: Audience, centreDays: Count, centreHours: Count, companyWeeks: Count? = nil,
    companyDays: Count? = nil, companyHours: Count? = nil, tutor: Bool? = nil,
    assessmentDays: Count, rhythm: FreeText? = nil
  ) {
    self.audience = audience
    self.centreDays = centreDays
    self.centreHours = centreHours
    self.companyWeeks = companyWeeks
    self.companyDays = companyDays
    self.companyHours = companyHours
    self.tutor = tutor
    self.assessmentDays = assessmentDays
    self.rhythm = rhythm
  }
}

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
