/// The award was deposited with the Caisse des Dépôts.
public struct AwardDeclared: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The flow it was deposited in.
  public let flow: FlowID

  public init(candidacy: CandidacyID, flow: FlowID) {
    self.candidacy = candidacy
    self.flow = flow
  }

  public static var type: EventType { .awardDeclared }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension AwardDeclared {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    flow = try fields.required("flow")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("flow", flow)
  }
}
