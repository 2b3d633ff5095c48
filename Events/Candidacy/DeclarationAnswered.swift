/// The Caisse des Dépôts accepted or rejected a declaration.
public struct DeclarationAnswered: Payload {
  public let candidacy: CandidacyID
  /// The flow that the answer is about.
  public let flow: FlowID
  public let outcome: DeclarationOutcome
  /// Free text about the candidate; nil if none was given.
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

extension DeclarationAnswered {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    flow = try fields.required("flow")
    grounds = try fields.optional("grounds", sealed: .text)
    outcome = try fields.required("outcome")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("flow", flow)
    writer.member("grounds", grounds)
    writer.member("outcome", outcome)
  }
}
