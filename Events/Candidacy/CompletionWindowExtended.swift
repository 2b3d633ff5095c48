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
