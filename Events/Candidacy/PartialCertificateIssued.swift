/// A certificate of some blocks is issued.
public struct PartialCertificateIssued: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The blocks it names.
  public let blocks: NonEmpty<BlockCode>
  /// The certificate’s number.
  public let number: CertificateNumber

  public init(candidacy: CandidacyID, blocks: NonEmpty<BlockCode>, number: CertificateNumber) {
    self.candidacy = candidacy
    self.blocks = blocks
    self.number = number
  }

  public static var type: EventType { .partialCertificateIssued }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .certificate(number)]
  }
}
