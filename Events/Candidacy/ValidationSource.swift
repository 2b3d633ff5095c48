/// Where a recognised validation comes from: an earlier candidacy, or a document.
public struct ValidationSource: Hashable, Sendable {
  /// The earlier candidacy.
  public let candidacy: CandidacyID?
  /// The block validated there.
  public let block: BlockCode?
  /// The day it was validated.
  public let validatedOn: CalendarDate?
  /// The document that says so.
  public let document: FreeText?

  public init(
    candidacy: CandidacyID? = nil, block: BlockCode? = nil, validatedOn: CalendarDate? = nil,
    document: FreeText? = nil
  ) {
    self.candidacy = candidacy
    self.block = block
    self.validatedOn = validatedOn
    self.document = document
  }
}

extension ValidationSource: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    block = try fields.optional("block")
    candidacy = try fields.optional("candidacy")
    document = try fields.optional("document")
    validatedOn = try fields.optional("validatedOn")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("document", document)
    writer.member("validatedOn", validatedOn)
  }
}
