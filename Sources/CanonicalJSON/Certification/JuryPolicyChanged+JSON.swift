public import Events

extension JuryPolicyChanged: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let basis: Basis = try reader.required("basis")
    let certification: CertificationCode = try reader.required("certification")
    let effectiveOn: CalendarDate = try reader.required("effectiveOn")
    let pathway: Pathway? = try reader.optional("pathway")
    let roles: NonEmpty<JuryRole> = try reader.required("roles")
    self.init(
      certification: certification, pathway: pathway, roles: roles, effectiveOn: effectiveOn,
      basis: basis)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("certification", certification)
    writer.member("effectiveOn", effectiveOn)
    writer.member("pathway", pathway)
    writer.member("roles", roles)
  }
}
