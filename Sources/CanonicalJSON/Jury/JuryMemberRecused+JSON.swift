public import Events

extension JuryMemberRecused: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let jury: JuryID = try reader.required("jury")
    let member: MemberID = try reader.required("member")
    self.init(jury: jury, member: member, candidacy: candidacy)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
    writer.member("member", member)
  }
}
