/// A recognition no longer counts.
public struct RecognitionRevoked: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The block.
  public let block: BlockCode
  /// Why, sealed.
  public let grounds: Sealed

  public init(candidacy: CandidacyID, block: BlockCode, grounds: Sealed) {
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

extension RecognitionRevoked: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let block: BlockCode = try reader.required("block")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let grounds: Sealed = try reader.required("grounds")
    self.init(candidacy: candidacy, block: block, grounds: grounds)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
  }
}
