/// The candidate took the entry test (R10).
public struct SelectionTestTaken: Payload {
  public let candidacy: CandidacyID
  public let passed: Bool

  public init(candidacy: CandidacyID, passed: Bool) {
    self.candidacy = candidacy
    self.passed = passed
  }

  public static var type: EventType { .selectionTestTaken }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension SelectionTestTaken {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    passed = try fields.required("passed")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("passed", passed)
  }
}
