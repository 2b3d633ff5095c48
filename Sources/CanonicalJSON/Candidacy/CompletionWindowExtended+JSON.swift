public import Events

extension CompletionWindowExtended: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let until: CalendarDate = try reader.required("until")
    self.init(candidacy: candidacy, until: until)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("until", until)
  }
}
