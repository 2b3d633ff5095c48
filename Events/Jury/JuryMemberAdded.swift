/// A member joins.
public struct JuryMemberAdded: Payload {
  /// The jury.
  public let jury: JuryID
  /// Who comes in.
  public let by: JuryMember

  public init(jury: JuryID, by: JuryMember) {
    self.jury = jury
    self.by = by
  }

  public static var type: EventType { .juryMemberAdded }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryMemberAdded {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    by = try fields.required("by")
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("by", by)
    writer.member("jury", jury)
  }
}
