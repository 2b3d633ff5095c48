/// The candidate started the training.
public struct TrainingStarted: Payload {
  public let candidacy: CandidacyID
  /// Nil if not recorded.
  public let site: TrainingSite?

  public init(candidacy: CandidacyID, site: TrainingSite? = nil) {
    self.candidacy = candidacy
    self.site = site
  }

  public static var type: EventType { .trainingStarted }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension TrainingStarted {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    site = try fields.optional("site")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("site", site)
  }
}
