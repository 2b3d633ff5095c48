/// The jury refused a block.
public struct BlockRefused: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID
  public let block: BlockCode
  /// Free text about the candidate; nil if none was given.
  public let grounds: Sealed?
  /// Members present who took no part in this decision; nil: none.
  public let without: NonEmpty<MemberID>?

  public init(
    jury: JuryID, candidacy: CandidacyID, block: BlockCode, grounds: Sealed? = nil,
    without: NonEmpty<MemberID>? = nil
  ) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
    self.grounds = grounds
    self.without = without
  }

  public static var type: EventType { .blockRefused }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension BlockRefused {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    block = try fields.required("block")
    candidacy = try fields.required("candidacy")
    grounds = try fields.optional("grounds", sealed: .text)
    jury = try fields.required("jury")
    without = try fields.optional("without")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("jury", jury)
    writer.member("without", without)
  }
}
