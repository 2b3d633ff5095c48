/// The Caisse des Dépôts answered.
public struct DeclarationAnswered: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The flow answered.
  public let flow: FlowID
  /// The answer.
  public let outcome: DeclarationOutcome
  /// Why, sealed.
  public let grounds: Sealed?

  public init(
    candidacy: CandidacyID, flow: FlowID, outcome: DeclarationOutcome, grounds: Sealed? = nil
  ) {
    self.candidacy = candidacy
    self.flow = flow
    self.outcome = outcome
    self.grounds = grounds
  }

  public static var type: EventType { .declarationAnswered }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension DeclarationAnswered: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let flow: FlowID = try reader.required("flow")
    let grounds: Sealed? = try reader.optional("grounds")
    let outcome: DeclarationOutcome = try reader.required("outcome")
    self.init(candidacy: candidacy, flow: flow, outcome: outcome, grounds: grounds)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("flow", flow)
    writer.member("grounds", grounds)
    writer.member("outcome", outcome)
  }
}
