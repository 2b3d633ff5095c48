public import Events

extension JuryCancelled: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let grounds: FreeText? = try reader.optional("grounds")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, grounds: grounds)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("grounds", grounds)
    writer.member("jury", jury)
  }
}
