/// The training programme of one public.
public struct TrainingProgramme: Hashable, Sendable {
  /// The public it is for (key `public`).
  public let audience: Audience
  /// Days in the training centre, ``assessmentDays`` included.
  public let centreDays: Count
  /// Whole hours in the training centre.
  public let centreHours: Count
  /// Nil where there is no period in a company; so are the other company fields.
  public let companyWeeks: Count?
  public let companyDays: Count?
  public let companyHours: Count?
  /// Whether a tutor is required in the company.
  public let tutor: Bool?
  public let assessmentDays: Count
  /// How the days are spread over the programme, in French.
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
