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

  public var subjects: [Subject] {
    entrySubjects.elements
  }
}
