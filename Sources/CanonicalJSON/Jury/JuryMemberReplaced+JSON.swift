public import Events

extension JuryMemberReplaced: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let by: JuryMember = try reader.required("by")
    let jury: JuryID = try reader.required("jury")
    let member: MemberID = try reader.required("member")
    self.init(jury: jury, member: member, by: by)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("by", by)
    writer.member("jury", jury)
    writer.member("member", member)
  }
}
