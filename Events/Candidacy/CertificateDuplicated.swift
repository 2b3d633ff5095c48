/// A second copy of a current certificate was given, under the same number.
public struct CertificateDuplicated: Payload {
  public let candidacy: CandidacyID
  /// The number of a certificate, whole or partial, that is not replaced (R14).
  public let number: CertificateNumber
  /// Free text about the candidate; nil if none was given.
  public let grounds: Sealed?

  public init(candidacy: CandidacyID, number: CertificateNumber, grounds: Sealed? = nil) {
    self.candidacy = candidacy
    self.number = number
    self.grounds = grounds
  }

  public static var type: EventType { .certificateDuplicated }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .certificate(number)]
  }

  public var introduces: Introduction? { nil }
}

extension CertificateDuplicated {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    grounds = try fields.optional("grounds", sealed: .text)
    number = try fields.required("number")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("number", number)
  }
}
