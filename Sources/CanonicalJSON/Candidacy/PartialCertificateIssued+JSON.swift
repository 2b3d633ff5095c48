public import Events

extension PartialCertificateIssued: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let blocks: NonEmpty<BlockCode> = try reader.required("blocks")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let number: CertificateNumber = try reader.required("number")
    self.init(candidacy: candidacy, blocks: blocks, number: number)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("blocks", blocks)
    writer.member("candidacy", candidacy)
    writer.member("number", number)
  }
}
