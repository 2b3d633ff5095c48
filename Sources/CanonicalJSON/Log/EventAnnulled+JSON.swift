public import Events

extension EventAnnulled: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let event: EventID = try reader.required("event")
    let grounds: RecordedText = try reader.required("grounds")
    let replacedBy: EventID? = try reader.optional("replacedBy")
    let entrySubjects: NonEmpty<Subject> = try reader.required("subjects")
    self.init(event: event, entrySubjects: entrySubjects, grounds: grounds, replacedBy: replacedBy)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("event", event)
    writer.member("grounds", grounds)
    writer.member("replacedBy", replacedBy)
    writer.member("subjects", entrySubjects)
  }
}
