public import Events

extension DecisionAppealed: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let block: BlockCode = try reader.required("block")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, candidacy: candidacy, block: block)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
