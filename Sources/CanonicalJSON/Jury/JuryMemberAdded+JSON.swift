public import Events

extension JuryMemberAdded: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let by: JuryMember = try reader.required("by")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, by: by)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("by", by)
    writer.member("jury", jury)
  }
}
