public import Events

extension Claim: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let block: BlockCode = try reader.required("block")
    let document: FreeText = try reader.required("document")
    let validatedOn: CalendarDate = try reader.required("validatedOn")
    self.init(block: block, validatedOn: validatedOn, document: document)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("document", document)
    writer.member("validatedOn", validatedOn)
  }
}
