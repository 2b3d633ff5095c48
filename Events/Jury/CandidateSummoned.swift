/// A candidacy is called before the jury.
public struct CandidateSummoned: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID

  public init(jury: JuryID, candidacy: CandidacyID) {
    self.jury = jury
    self.candidacy = candidacy
  }

  public static var type: EventType { .candidateSummoned }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidateSummoned: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, candidacy: candidacy)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
