public import Events

extension JuryMember: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let member: MemberID = try reader.required("member")
    let name: Sealed? = try reader.optional("name")
    let organisation: FreeText? = try reader.optional("organisation")
    let role: JuryRole = try reader.required("role")
    self.init(member: member, role: role, name: name, organisation: organisation)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("member", member)
    writer.member("name", name)
    writer.member("organisation", organisation)
    writer.member("role", role)
  }
}
