/// A candidate’s keys were destroyed: nothing sealed under them can be decrypted again.
public struct CandidateIdentityErased: Payload {
  public let candidate: CandidateID

  public init(candidate: CandidateID) {
    self.candidate = candidate
  }

  public static var type: EventType { .candidateIdentityErased }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidate(candidate)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidateIdentityErased {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidate = try fields.required("candidate")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
  }
}
