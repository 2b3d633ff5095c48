/// A positioning test was taken.
public struct PositioningTestTaken: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Whether the path was adapted to it.
  public let adjusted: Bool
  /// What was noted, sealed.
  public let note: Sealed?

  public init(candidacy: CandidacyID, adjusted: Bool, note: Sealed? = nil) {
    self.candidacy = candidacy
    self.adjusted = adjusted
    self.note = note
  }

  public static var type: EventType { .positioningTestTaken }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension PositioningTestTaken {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    adjusted = try fields.required("adjusted")
    candidacy = try fields.required("candidacy")
    note = try fields.optional("note", sealed: .text)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("adjusted", adjusted)
    writer.member("candidacy", candidacy)
    writer.member("note", note)
  }
}
