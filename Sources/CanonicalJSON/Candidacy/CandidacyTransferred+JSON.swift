public import Events

extension CandidacyTransferred: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let to: FreeText = try reader.required("to")
    self.init(candidacy: candidacy, to: to)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("to", to)
  }
}
