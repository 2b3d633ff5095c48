/// The award was revoked. A block that it names is revoked with it; the others stay held.
public struct CertificationRevoked: Payload {
  public let candidacy: CandidacyID
  /// The blocks that fall with the award (R17: held); nil: none.
  public let blocks: NonEmpty<BlockCode>?
  /// Free text about the candidate; nil only after the candidate’s erasure.
  public let grounds: Sealed?

  public init(
    candidacy: CandidacyID, blocks: NonEmpty<BlockCode>? = nil, grounds: Sealed?
  ) {
    self.candidacy = candidacy
    self.blocks = blocks
    self.grounds = grounds
  }

  public static var type: EventType { .certificationRevoked }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension CertificationRevoked {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    blocks = try fields.optional("blocks")
    candidacy = try fields.required("candidacy")
    grounds = try fields.unlessErased("grounds", sealed: .text)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("blocks", blocks)
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
  }
}
