/// The training ended.
public struct TrainingCompleted: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Hours followed in the centre.
  public let centreHours: Count
  /// Hours followed in a company.
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
