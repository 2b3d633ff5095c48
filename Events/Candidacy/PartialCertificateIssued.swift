/// A certificate of some of the blocks was issued.
public struct PartialCertificateIssued: Payload {
  public let candidacy: CandidacyID
  /// The blocks printed on it, all held that day (R14).
  public let blocks: NonEmpty<BlockCode>
  public let number: CertificateNumber

  public init(candidacy: CandidacyID, blocks: NonEmpty<BlockCode>, number: CertificateNumber) {
    self.candidacy = candidacy
    self.blocks = blocks
    self.number = number
  }

  public static var type: EventType { .partialCertificateIssued }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .certificate(number)]
  }

  public var introduces: Introduction? { .subject(.certificate(number)) }
}

extension PartialCertificateIssued {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    blocks = try fields.required("blocks")
    candidacy = try fields.required("candidacy")
    number = try fields.required("number")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("blocks", blocks)
    writer.member("candidacy", candidacy)
    writer.member("number", number)
  }
}
