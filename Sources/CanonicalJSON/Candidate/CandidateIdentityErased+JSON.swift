public import Events

extension CandidateIdentityErased: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidate: CandidateID = try reader.required("candidate")
    self.init(candidate: candidate)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
  }
}
