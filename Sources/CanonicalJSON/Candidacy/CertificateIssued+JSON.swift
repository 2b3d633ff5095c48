public import Events

extension CertificateIssued: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let number: CertificateNumber = try reader.required("number")
    self.init(candidacy: candidacy, number: number)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("number", number)
  }
}
