/// The candidate took a positioning test.
public struct PositioningTestTaken: Payload {
  public let candidacy: CandidacyID
  /// Whether the training was shortened or adapted after it (R18).
  public let adjusted: Bool
  /// Free text about the candidate; nil if none was given.
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
