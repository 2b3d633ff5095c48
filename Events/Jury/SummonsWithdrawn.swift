/// A summons no longer holds; it may be made again.
public struct SummonsWithdrawn: Payload {
  /// The jury.
  public let jury: JuryID
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Why, sealed.
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
