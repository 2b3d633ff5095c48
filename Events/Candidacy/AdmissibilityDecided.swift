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

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
