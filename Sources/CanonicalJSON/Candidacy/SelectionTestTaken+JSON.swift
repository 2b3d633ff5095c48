public import Events

extension SelectionTestTaken: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let passed: Bool = try reader.required("passed")
    self.init(candidacy: candidacy, passed: passed)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("passed", passed)
  }
}
