/// The jury was annulled after its session: each of its decisions is as one that fell on appeal.
public struct JuryAnnulled: Payload {
  public let jury: JuryID
  /// In clear, because the event concerns no single person; nil if none was given.
  public let grounds: FreeText?

  public init(jury: JuryID, grounds: FreeText? = nil) {
    self.jury = jury
    self.grounds = grounds
  }

  public static var type: EventType { .juryAnnulled }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryAnnulled {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    grounds = try fields.optional("grounds")
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("grounds", grounds)
    writer.member("jury", jury)
  }
}
