/// An appeal was made against the jury’s latest decision in force on a block.
public struct DecisionAppealed: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID
  public let block: BlockCode

  public init(jury: JuryID, candidacy: CandidacyID, block: BlockCode) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
  }

  public static var type: EventType { .decisionAppealed }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension DecisionAppealed {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    block = try fields.required("block")
    candidacy = try fields.required("candidacy")
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
