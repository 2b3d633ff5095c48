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
