/// A certificate, whole or partial, is replaced.
public struct CertificateReissued: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The new number.
  public let number: CertificateNumber
  /// The number that no longer stands.
  public let replaces: CertificateNumber
  /// Why, sealed.
  public let grounds: Sealed

  public init(
    candidacy: CandidacyID, number: CertificateNumber, replaces: CertificateNumber, grounds: Sealed
  ) {
    self.candidacy = candidacy
    self.number = number
    self.replaces = replaces
    self.grounds = grounds
  }

  public static var type: EventType { .certificateReissued }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .certificate(number), .certificate(replaces)]
  }
}
