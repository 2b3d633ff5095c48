/// A jury member’s keys were destroyed: nothing sealed under them can be decrypted again.
public struct JuryMemberIdentityErased: Payload {
  public let member: MemberID

  public init(member: MemberID) {
    self.member = member
  }

  public static var type: EventType { .juryMemberIdentityErased }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.member(member)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryMemberIdentityErased {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    member = try fields.required("member")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("member", member)
  }
}
