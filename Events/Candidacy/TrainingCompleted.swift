/// The candidate completed the training.
public struct TrainingCompleted: Payload {
  public let candidacy: CandidacyID
  /// Whole hours attended in the training centre.
  public let centreHours: Count
  /// Minutes beside the whole hours; nil: none.
  public let centreMinutes: Minutes?
  /// Whole hours in a company; nil where the training has none.
  public let companyHours: Count?
  /// Minutes beside the whole hours; nil: none.
  public let companyMinutes: Minutes?

  public init(
    candidacy: CandidacyID, centreHours: Count, centreMinutes: Minutes? = nil,
    companyHours: Count? = nil, companyMinutes: Minutes? = nil
  ) {
    self.candidacy = candidacy
    self.centreHours = centreHours
    self.centreMinutes = centreMinutes
    self.companyHours = companyHours
    self.companyMinutes = companyMinutes
  }

  public static var type: EventType { .trainingCompleted }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension TrainingCompleted {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    centreHours = try fields.required("centreHours")
    centreMinutes = try fields.optional("centreMinutes")
    companyHours = try fields.optional("companyHours")
    companyMinutes = try fields.optional("companyMinutes")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("centreHours", centreHours)
    writer.member("centreMinutes", centreMinutes)
    writer.member("companyHours", companyHours)
    writer.member("companyMinutes", companyMinutes)
  }
}
