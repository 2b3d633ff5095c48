public import Events

extension JuryHeld: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let jury: JuryID = try reader.required("jury")
    let present: NonEmpty<MemberID> = try reader.required("present")
    self.init(jury: jury, present: present)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("present", present)
  }
}
