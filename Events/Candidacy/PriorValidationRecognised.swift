/// A block validated elsewhere was recognised, and is held in this candidacy.
public struct PriorValidationRecognised: Payload {
  public let candidacy: CandidacyID
  public let block: BlockCode
  public let basis: RecognitionBasis
  public let source: ValidationSource

  public init(
    candidacy: CandidacyID, block: BlockCode, basis: RecognitionBasis, source: ValidationSource
  ) {
    self.candidacy = candidacy
    self.block = block
    self.basis = basis
    self.source = source
  }

  public static var type: EventType { .priorValidationRecognised }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)] + source.candidacy.subjects({ .candidacy($0) })
  }

  public var introduces: Introduction? { nil }
}

extension PriorValidationRecognised {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    basis = try fields.required("basis")
    block = try fields.required("block")
    candidacy = try fields.required("candidacy")
    source = try fields.required("source")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("source", source)
  }
}
