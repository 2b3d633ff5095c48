/// An award no longer stands.
public struct CertificationRevoked: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Why, sealed.
  public let grounds: Sealed

  public init(candidacy: CandidacyID, grounds: Sealed) {
    self.candidacy = candidacy
    self.grounds = grounds
  }

  public static var type: EventType { .certificationRevoked }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
