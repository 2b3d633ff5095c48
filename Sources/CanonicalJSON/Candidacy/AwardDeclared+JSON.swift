public import Events

extension AwardDeclared: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let flow: FlowID = try reader.required("flow")
    self.init(candidacy: candidacy, flow: flow)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("flow", flow)
  }
}
