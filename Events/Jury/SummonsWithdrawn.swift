/// A summons was withdrawn; the candidate may be summoned again to the same jury.
public struct SummonsWithdrawn: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID
  /// Free text about the candidate; nil if none was given.
  public let grounds: Sealed?

  public init(jury: JuryID, candidacy: CandidacyID, grounds: Sealed? = nil) {
    self.jury = jury
    self.candidacy = candidacy
    self.grounds = grounds
  }

  public static var type: EventType { .summonsWithdrawn }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension SummonsWithdrawn {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    grounds = try fields.optional("grounds", sealed: .text)
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
    writer.member("jury", jury)
  }
}
