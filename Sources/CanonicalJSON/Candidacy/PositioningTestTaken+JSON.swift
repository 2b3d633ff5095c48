public import Events

extension PositioningTestTaken: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let adjusted: Bool = try reader.required("adjusted")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let note: Sealed? = try reader.optional("note")
    self.init(candidacy: candidacy, adjusted: adjusted, note: note)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("adjusted", adjusted)
    writer.member("candidacy", candidacy)
    writer.member("note", note)
  }
}
