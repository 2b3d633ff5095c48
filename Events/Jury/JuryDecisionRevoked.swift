/// The jury’s latest decision in force on a block was revoked.
public struct JuryDecisionRevoked: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID
  public let block: BlockCode
  /// Free text about the candidate; nil only after the candidate’s erasure.
  public let grounds: Sealed?

  public init(jury: JuryID, candidacy: CandidacyID, block: BlockCode, grounds: Sealed?) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
    self.grounds = grounds
  }

  public static var type: EventType { .juryDecisionRevoked }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryDecisionRevoked {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    block = try fields.required("block")
    candidacy = try fields.required("candidacy")
    grounds = try fields.unlessErased("grounds", sealed: .text)
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("jury", jury)
  }
}
