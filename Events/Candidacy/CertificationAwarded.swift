/// The whole certification was awarded.
public struct CertificationAwarded: Payload {
  public let candidacy: CandidacyID
  /// The jury that the award refers to; nil if none was given.
  public let jury: JuryID?

  public init(candidacy: CandidacyID, jury: JuryID? = nil) {
    self.candidacy = candidacy
    self.jury = jury
  }

  public static var type: EventType { .certificationAwarded }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)] + jury.subjects({ .jury($0) })
  }

  public var introduces: Introduction? { nil }
}

extension CertificationAwarded {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    jury = try fields.optional("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
