/// An entry made by mistake is passed over, once this is known.
public struct EventAnnulled: Payload {
  /// The entry.
  public let event: EventID
  /// The entry’s subjects, so that this is found with it.
  public let entrySubjects: NonEmpty<Subject>
  /// Why; sealed where the entry concerns one person.
  public let grounds: RecordedText
  /// The right entry.
  public let replacedBy: EventID?

  public init(
    event: EventID, entrySubjects: NonEmpty<Subject>, grounds: RecordedText,
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
    grounds = try fields.required("grounds")
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
