public import Events

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
