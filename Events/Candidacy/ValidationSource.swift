/// The source of a recognised validation: an earlier candidacy, a document, or an authority that
/// granted an equivalence (R16).
public struct ValidationSource: Hashable, Sendable {
  /// The earlier candidacy; nil if not given. R16 requires it unless the basis is `document`.
  public let candidacy: CandidacyID?
  /// The block validated there; nil: the block recognised.
  public let block: BlockCode?
  /// The day of that validation; required by R16 for a document.
  public let validatedOn: CalendarDate?
  /// A description of the document, in clear: never a person’s name. Nil if not given; R16 requires
  /// it for the basis `document`.
  public let document: FreeText?
  /// The body or the rule that granted an equivalence, in clear: never a person’s name. Nil if not
  /// given; R16 requires it for the basis `equivalence`.
  public let authority: FreeText?

  public init(
    candidacy: CandidacyID? = nil, block: BlockCode? = nil, validatedOn: CalendarDate? = nil,
    document: FreeText? = nil, authority: FreeText? = nil
  ) {
    self.candidacy = candidacy
    self.block = block
    self.validatedOn = validatedOn
    self.document = document
    self.authority = authority
  }
}

extension ValidationSource: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    authority = try fields.optional("authority")
    block = try fields.optional("block")
    candidacy = try fields.optional("candidacy")
    document = try fields.optional("document")
    validatedOn = try fields.optional("validatedOn")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("authority", authority)
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("document", document)
    writer.member("validatedOn", validatedOn)
  }
}
