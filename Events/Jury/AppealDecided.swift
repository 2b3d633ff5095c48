/// The pending appeal against a jury’s decision was decided.
public struct AppealDecided: Payload {
  public let jury: JuryID
  public let candidacy: CandidacyID
  public let block: BlockCode
  public let outcome: AppealOutcome

  public init(jury: JuryID, candidacy: CandidacyID, block: BlockCode, outcome: AppealOutcome) {
    self.jury = jury
    self.candidacy = candidacy
    self.block = block
    self.outcome = outcome
  }

  public static var type: EventType { .appealDecided }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension AppealDecided {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    block = try fields.required("block")
    candidacy = try fields.required("candidacy")
    jury = try fields.required("jury")
    outcome = try fields.required("outcome")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("block", block)
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
    writer.member("outcome", outcome)
  }
}
