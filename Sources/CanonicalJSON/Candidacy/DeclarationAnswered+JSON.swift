public import Events

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
