/// Two candidate ids were found to be one person.
public struct CandidateMerged: Payload {
  public let candidate: CandidateID
  /// The id that the person is known by, on every day, unless merged further.
  public let into: CandidateID

  public init(candidate: CandidateID, into: CandidateID) {
    self.candidate = candidate
    self.into = into
  }

  public static var type: EventType { .candidateMerged }
  public static var isTimeless: Bool { true }

  public var subjects: [Subject] {
    [.candidate(candidate), .candidate(into)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidateMerged {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidate = try fields.required("candidate")
    into = try fields.required("into")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
    writer.member("into", into)
  }
}
