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

extension PositioningTestTaken: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let adjusted: Bool = try reader.required("adjusted")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let note: Sealed? = try reader.optional("note")
    self.init(candidacy: candidacy, adjusted: adjusted, note: note)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("adjusted", adjusted)
    writer.member("candidacy", candidacy)
    writer.member("note", note)
  }
}
