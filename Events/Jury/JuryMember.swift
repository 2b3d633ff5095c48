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

extension JuryMember: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    member = try fields.required("member")
    name = try fields.optional("name", sealed: .memberName)
    organisation = try fields.optional("organisation")
    role = try fields.required("role")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("member", member)
    writer.member("name", name)
    writer.member("organisation", organisation)
    writer.member("role", role)
  }
}
