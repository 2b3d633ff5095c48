/// The last day of the completion window was moved to a later day. After the last day, this reopens
/// the window.
public struct CompletionWindowExtended: Payload {
  public let candidacy: CandidacyID
  /// The new last day, inclusive; an earlier day than the current one changes nothing.
  public let until: CalendarDate

  public init(candidacy: CandidacyID, until: CalendarDate) {
    self.candidacy = candidacy
    self.until = until
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
    until = try fields.required("until")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("until", until)
  }
}
