/// A person who signs documents for a certifying body.
public struct Signatory: Hashable, Sendable {
  public let member: MemberID
  /// The function that is printed under the signature.
  public let title: FreeText
  /// Sealed under the member’s own key; nil only after the member’s erasure.
  public let name: Sealed?

  public init(member: MemberID, title: FreeText, name: Sealed?) {
    self.member = member
    self.title = title
    self.name = name
  }
}

extension Signatory: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    member = try fields.required("member")
    name = try fields.unlessErased("name", sealed: .memberName)
    title = try fields.required("title")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("member", member)
    writer.member("name", name)
    writer.member("title", title)
  }
}
