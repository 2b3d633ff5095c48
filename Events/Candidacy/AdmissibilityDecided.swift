/// A decision on the *recevabilité* of a VAE candidacy; the latest counts.
public struct AdmissibilityDecided: Payload {
  public let candidacy: CandidacyID
  /// Whether the candidate may go on with the VAE.
  public let admissible: Bool
  /// Last day of validity, inclusive; nil: without limit. A favourable decision is void after it.
  public let validUntil: CalendarDate?

  public init(candidacy: CandidacyID, admissible: Bool, validUntil: CalendarDate? = nil) {
    self.candidacy = candidacy
    self.admissible = admissible
    self.validUntil = validUntil
  }

  public static var type: EventType { .admissibilityDecided }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension AdmissibilityDecided {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    admissible = try fields.required("admissible")
    candidacy = try fields.required("candidacy")
    validUntil = try fields.optional("validUntil")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("admissible", admissible)
    writer.member("candidacy", candidacy)
    writer.member("validUntil", validUntil)
  }
}
