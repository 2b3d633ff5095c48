/// The candidate withdrew, or was struck off.
public struct CandidacyWithdrawn: Payload {
  public let candidacy: CandidacyID
  /// Free text about the candidate; nil if none was given.
  public let grounds: Sealed?

  public init(candidacy: CandidacyID, grounds: Sealed? = nil) {
    self.candidacy = candidacy
    self.grounds = grounds
  }

  public static var type: EventType { .candidacyWithdrawn }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidacyWithdrawn {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    grounds = try fields.optional("grounds", sealed: .text)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
  }
}
