public import Events

extension CandidacyWithdrawn: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let grounds: Sealed? = try reader.optional("grounds")
    self.init(candidacy: candidacy, grounds: grounds)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
  }
}
