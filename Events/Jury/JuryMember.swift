/// A member of a jury and the role the member has in it.
public struct JuryMember: Hashable, Sendable {
  public let member: MemberID
  public let role: JuryRole
  /// Sealed under the member’s own key; nil if not given.
  public let name: Sealed?
  /// Name of the member’s organisation, in clear: never a person’s.
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
