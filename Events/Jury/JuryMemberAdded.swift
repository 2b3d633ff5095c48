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

extension JuryMemberAdded: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let by: JuryMember = try reader.required("by")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, by: by)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("by", by)
    writer.member("jury", jury)
  }
}
