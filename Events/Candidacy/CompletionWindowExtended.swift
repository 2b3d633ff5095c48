/// The last day of the completion window was moved to a later day. After the last day, this reopens
/// the window.
public struct CompletionWindowExtended: Payload {
  public let candidacy: CandidacyID
  /// The new last day, inclusive; an earlier day than the current one changes nothing.
  public let until: CalendarDate
  /// Free text about the candidate; nil if none was given.
  public let grounds: Sealed?

  public init(candidacy: CandidacyID, until: CalendarDate, grounds: Sealed? = nil) {
    self.candidacy = candidacy
    self.until = until
    self.grounds = grounds
  }

  public static var type: EventType { .completionWindowExtended }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension CompletionWindowExtended {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    grounds = try fields.optional("grounds", sealed: .text)
    until = try fields.required("until")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("until", until)
  }
}
