public import Events

extension JuryRescheduled: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let jury: JuryID = try reader.required("jury")
    let sessionOn: CalendarDate = try reader.required("sessionOn")
    self.init(jury: jury, sessionOn: sessionOn)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("sessionOn", sessionOn)
  }
}
