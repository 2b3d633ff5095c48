public import Events

extension SummonsWithdrawn: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let grounds: Sealed? = try reader.optional("grounds")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, candidacy: candidacy, grounds: grounds)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("jury", jury)
  }
}
