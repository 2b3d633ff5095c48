/// A member was added to the jury.
public struct JuryMemberAdded: Payload {
  public let jury: JuryID
  /// The member added.
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
