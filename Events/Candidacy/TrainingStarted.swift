/// The training started.
public struct TrainingStarted: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Where.
  public let site: TrainingSite?

  public init(candidacy: CandidacyID, site: TrainingSite? = nil) {
    self.candidacy = candidacy
    self.site = site
  }

  public static var type: EventType { .trainingStarted }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
