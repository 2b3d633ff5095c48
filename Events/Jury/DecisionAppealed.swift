/// A jury’s latest decision on a block is appealed against.
public struct DecisionAppealed: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
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

extension DecisionAppealed: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let block: BlockCode = try reader.required("block")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, candidacy: candidacy, block: block)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
