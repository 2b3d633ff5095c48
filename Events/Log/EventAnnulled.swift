/// An entry made by mistake is annulled: every fold that knows of the annulment ignores the entry.
public struct EventAnnulled: Payload {
  /// Id of the entry annulled.
  public let event: EventID
  /// The subjects of the annulled entry (key `subjects`), so that one query finds both.
  public let entrySubjects: NonEmpty<Subject>
  /// Sealed where the annulled entry concerns one person, in clear otherwise; nil only after the person’s erasure.
  public let grounds: RecordedText?
  /// Id of the correct entry, if there is one.
  public let replacedBy: EventID?

  public init(
    event: EventID, entrySubjects: NonEmpty<Subject>, grounds: RecordedText?,
    replacedBy: EventID? = nil
  ) {
    self.event = event
    self.entrySubjects = entrySubjects
    self.grounds = grounds
    self.replacedBy = replacedBy
  }

  public static var type: EventType { .eventAnnulled }
  public static var isTimeless: Bool { true }

  public var subjects: [Subject] {
    entrySubjects.elements
  }

  public var introduces: Introduction? { .annulment(of: event) }
}

extension EventAnnulled {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    event = try fields.required("event")
    grounds = try fields.unlessErased("grounds")
    replacedBy = try fields.optional("replacedBy")
    entrySubjects = try fields.required("subjects")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("event", event)
    writer.member("grounds", grounds)
    writer.member("replacedBy", replacedBy)
    writer.member("subjects", entrySubjects)
  }
}
