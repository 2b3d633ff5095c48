public import Events

extension CandidateMerged: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidate: CandidateID = try reader.required("candidate")
    let into: CandidateID = try reader.required("into")
    self.init(candidate: candidate, into: into)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
    writer.member("into", into)
  }
}
