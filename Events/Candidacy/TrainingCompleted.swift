/// The candidate completed the training.
public struct TrainingCompleted: Payload {
  public let candidacy: CandidacyID
  /// Whole hours attended in the training centre.
  public let centreHours: Count
  /// Whole hours in a company; nil where the training has none.
  public let companyHours: Count?

  public init(candidacy: CandidacyID, centreHours: Count, companyHours: Count? = nil) {
    self.candidacy = candidacy
    self.centreHours = centreHours
    self.companyHours = companyHours
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
    companyHours = try fields.optional("companyHours")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("centreHours", centreHours)
    writer.member("companyHours", companyHours)
  }
}
