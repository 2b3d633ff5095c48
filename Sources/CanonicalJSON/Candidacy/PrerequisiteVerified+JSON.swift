public import Events

extension PrerequisiteVerified: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let evidence: Sealed? = try reader.optional("evidence")
    let prerequisite: PrerequisiteCode = try reader.required("prerequisite")
    let satisfied: Bool = try reader.required("satisfied")
    self.init(
      candidacy: candidacy, prerequisite: prerequisite, satisfied: satisfied, evidence: evidence)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("evidence", evidence)
    writer.member("prerequisite", prerequisite)
    writer.member("satisfied", satisfied)
  }
}
