/// A member of a jury, by id.
public struct JuryMember: Hashable, Sendable {
  /// The member.
  public let member: MemberID
  /// What the member stands for.
  public let role: JuryRole
  /// The member’s name, under the member’s own key.
  public let name: Sealed?
  /// Whom the member works for.
  public let organisation: FreeText?

  public init(
    member: MemberID, role: JuryRole, name: Sealed? = nil, organisation: FreeText? = nil
  ) {
    self.member = member
    self.role = role
    self.name = name
    self.organisation = organisation
  }
}

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
