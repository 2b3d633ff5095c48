public import Events

extension JuryDeliberated: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let jury: JuryID = try reader.required("jury")
    let minutes: FreeText = try reader.required("minutes")
    self.init(jury: jury, minutes: minutes)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("minutes", minutes)
  }
}
