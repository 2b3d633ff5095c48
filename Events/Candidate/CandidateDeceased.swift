/// The candidate died: from that day nothing is owed, due or to be surveyed.
public struct CandidateDeceased: Payload {
  public let candidate: CandidateID

  public init(candidate: CandidateID) {
    self.candidate = candidate
  }

  public static var type: EventType { .candidateDeceased }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidate(candidate)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidateDeceased {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidate = try fields.required("candidate")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
  }
}
