public import Events

extension ValidationSource: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let block: BlockCode? = try reader.optional("block")
    let candidacy: CandidacyID? = try reader.optional("candidacy")
    let document: FreeText? = try reader.optional("document")
    let validatedOn: CalendarDate? = try reader.optional("validatedOn")
    self.init(candidacy: candidacy, block: block, validatedOn: validatedOn, document: document)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("document", document)
    writer.member("validatedOn", validatedOn)
  }
}
