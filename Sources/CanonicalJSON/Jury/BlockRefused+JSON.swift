public import Events

extension BlockRefused: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let block: BlockCode = try reader.required("block")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let grounds: Sealed? = try reader.optional("grounds")
    let jury: JuryID = try reader.required("jury")
    let without: NonEmpty<MemberID>? = try reader.optional("without")
    self.init(jury: jury, candidacy: candidacy, block: block, grounds: grounds, without: without)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("jury", jury)
    writer.member("without", without)
  }
}
