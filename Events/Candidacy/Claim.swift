/// A block that the candidate states to hold from before the ledger. It is not held until it is
/// recognised.
public struct Claim: Hashable, Sendable {
  public let block: BlockCode
  public let validatedOn: CalendarDate
  /// A description of the supporting document, in clear: never a person’s name.
  public let document: FreeText

  public init(block: BlockCode, validatedOn: CalendarDate, document: FreeText) {
    self.block = block
    self.validatedOn = validatedOn
    self.document = document
  }
}

extension Claim: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    block = try fields.required("block")
    document = try fields.required("document")
    validatedOn = try fields.required("validatedOn")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("document", document)
    writer.member("validatedOn", validatedOn)
  }
}
