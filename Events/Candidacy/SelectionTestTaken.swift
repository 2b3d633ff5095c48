/// The entry test was taken.
public struct SelectionTestTaken: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Whether it was passed.
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

extension SelectionTestTaken: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let passed: Bool = try reader.required("passed")
    self.init(candidacy: candidacy, passed: passed)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("passed", passed)
  }
}
