public import Events

extension PriorValidationRecognised: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let basis: RecognitionBasis = try reader.required("basis")
    let block: BlockCode = try reader.required("block")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let source: ValidationSource = try reader.required("source")
    self.init(candidacy: candidacy, block: block, basis: basis, source: source)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("source", source)
  }
}
