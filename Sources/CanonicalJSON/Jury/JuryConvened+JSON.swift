public import Events

extension JuryConvened: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let certification: CertificationCode = try reader.required("certification")
    let jury: JuryID = try reader.required("jury")
    let members: NonEmpty<JuryMember> = try reader.required("members")
    let mode: SessionMode = try reader.required("mode")
    let place: FreeText? = try reader.optional("place")
    let sessionOn: CalendarDate = try reader.required("sessionOn")
    self.init(
      jury: jury, certification: certification, sessionOn: sessionOn, mode: mode, place: place,
      members: members)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("jury", jury)
    writer.member("members", members)
    writer.member("mode", mode)
    writer.member("place", place)
    writer.member("sessionOn", sessionOn)
  }
}
