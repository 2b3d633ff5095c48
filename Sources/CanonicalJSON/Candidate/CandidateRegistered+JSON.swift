public import Events

extension CandidateRegistered: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidate: CandidateID = try reader.required("candidate")
    let identity: Sealed = try reader.required("identity")
    self.init(candidate: candidate, identity: identity)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
    writer.member("identity", identity)
  }
}
