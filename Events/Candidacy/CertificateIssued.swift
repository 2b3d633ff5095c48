/// The certificate of the whole certification was issued.
public struct CertificateIssued: Payload {
  public let candidacy: CandidacyID
  public let number: CertificateNumber

  public init(candidacy: CandidacyID, number: CertificateNumber) {
    self.candidacy = candidacy
    self.number = number
  }

  public static var type: EventType { .certificateIssued }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .certificate(number)]
  }

  public var introduces: Introduction? { .subject(.certificate(number)) }
}

extension CertificateIssued {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    number = try fields.required("number")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("number", number)
  }
}
