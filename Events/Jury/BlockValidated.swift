/// The jury validated a block.
public struct BlockValidated: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID
  public let block: BlockCode
  /// Members present who took no part in this decision; nil: none.
  public let without: NonEmpty<MemberID>?

  public init(
    jury: JuryID, candidacy: CandidacyID, block: BlockCode, without: NonEmpty<MemberID>? = nil
  ) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
    self.without = without
  }

  public static var type: EventType { .blockValidated }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension BlockValidated {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    block = try fields.required("block")
    candidacy = try fields.required("candidacy")
    jury = try fields.required("jury")
    without = try fields.optional("without")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
    writer.member("without", without)
  }
}
