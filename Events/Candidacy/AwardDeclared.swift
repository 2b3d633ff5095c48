/// The award was declared to the Caisse des Dépôts (Code du travail, L6113-8).
public struct AwardDeclared: Payload {
  public let candidacy: CandidacyID
  /// The certification flow that was deposited; an award sent again is in another flow.
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
