/// Two ids were one person.
public struct CandidateMerged: Payload {
  /// The person.
  public let candidate: CandidateID
  /// The id that remains.
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

extension CandidateMerged: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidate: CandidateID = try reader.required("candidate")
    let into: CandidateID = try reader.required("into")
    self.init(candidate: candidate, into: into)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
    writer.member("into", into)
  }
}
