/// The *recevabilité* of a VAE was decided.
public struct AdmissibilityDecided: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Whether the person may go on.
  public let admissible: Bool
  /// Last day of the decision’s validity, itself in.
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

extension AdmissibilityDecided: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let admissible: Bool = try reader.required("admissible")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let validUntil: CalendarDate? = try reader.optional("validUntil")
    self.init(candidacy: candidacy, admissible: admissible, validUntil: validUntil)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("admissible", admissible)
    writer.member("candidacy", candidacy)
    writer.member("validUntil", validUntil)
  }
}
