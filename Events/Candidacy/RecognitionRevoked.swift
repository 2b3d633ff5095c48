/// The latest recognition in force of a block was revoked.
public struct RecognitionRevoked: Payload {
  public let candidacy: CandidacyID
  public let block: BlockCode
  /// Free text about the candidate; nil only after the candidate’s erasure.
  public let grounds: Sealed?

  public init(candidacy: CandidacyID, block: BlockCode, grounds: Sealed?) {
    self.candidacy = candidacy
    self.block = block
    self.grounds = grounds
  }

  public static var type: EventType { .recognitionRevoked }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension RecognitionRevoked {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    block = try fields.required("block")
    candidacy = try fields.required("candidacy")
    grounds = try fields.unlessErased("grounds", sealed: .text)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
  }
}
