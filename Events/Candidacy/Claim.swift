/// A block held from before the ledger, to be recognised.
public struct Claim: Hashable, Sendable {
  /// The block.
  public let block: BlockCode
  /// The day it was validated.
  public let validatedOn: CalendarDate
  /// The document that says so.
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
