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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .certificate(number), .certificate(replaces)]
  }

  public var introduces: Introduction? { .subject(.certificate(number)) }
}

extension CertificateReissued: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let grounds: Sealed = try reader.required("grounds")
    let number: CertificateNumber = try reader.required("number")
    let replaces: CertificateNumber = try reader.required("replaces")
    self.init(candidacy: candidacy, number: number, replaces: replaces, grounds: grounds)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("number", number)
    writer.member("replaces", replaces)
  }
}
