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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension TrainingStarted: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let site: TrainingSite? = try reader.optional("site")
    self.init(candidacy: candidacy, site: site)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("site", site)
  }
}
