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

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
