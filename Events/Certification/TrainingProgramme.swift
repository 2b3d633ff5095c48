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

extension TrainingProgramme: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    assessmentDays = try fields.required("assessmentDays")
    centreDays = try fields.required("centreDays")
    centreHours = try fields.required("centreHours")
    companyDays = try fields.optional("companyDays")
    companyHours = try fields.optional("companyHours")
    companyWeeks = try fields.optional("companyWeeks")
    audience = try fields.required("public")
    rhythm = try fields.optional("rhythm")
    tutor = try fields.optional("tutor")
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
