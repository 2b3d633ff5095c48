/// The last day to complete moves, never backwards.
public struct CompletionWindowExtended: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The new last day, itself in.
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
