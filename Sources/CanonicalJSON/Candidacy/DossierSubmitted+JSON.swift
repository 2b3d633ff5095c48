public import Events

extension DossierSubmitted: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let kind: DossierKind = try reader.required("kind")
    self.init(candidacy: candidacy, kind: kind)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("kind", kind)
  }
}
