/// A certificate, whole or partial, was replaced.
public struct CertificateReissued: Payload {
  public let candidacy: CandidacyID
  /// The new number.
  public let number: CertificateNumber
  /// The number that is no longer valid.
  public let replaces: CertificateNumber
  /// Free text about the candidate; nil only after the candidate’s erasure.
  public let grounds: Sealed?

  public init(
    candidacy: CandidacyID, number: CertificateNumber, replaces: CertificateNumber, grounds: Sealed?
  ) {
    self.candidacy = candidacy
    self.number = number
    self.replaces = replaces
    self.grounds = grounds
  }

  public static var type: EventType { .certificateReissued }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .certificate(number), .certificate(replaces)]
  }

  public var introduces: Introduction? { .subject(.certificate(number)) }
}

extension CertificateReissued {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    grounds = try fields.unlessErased("grounds", sealed: .text)
    number = try fields.required("number")
    replaces = try fields.required("replaces")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("number", number)
    writer.member("replaces", replaces)
  }
}
