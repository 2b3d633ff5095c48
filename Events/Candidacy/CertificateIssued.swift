/// The certificate of the whole certification is issued.
public struct CertificateIssued: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The certificate’s number.
  public let number: CertificateNumber

  public init(candidacy: CandidacyID, number: CertificateNumber) {
    self.candidacy = candidacy
    self.number = number
  }

  public static var type: EventType { .certificateIssued }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .certificate(number)]
  }
}
