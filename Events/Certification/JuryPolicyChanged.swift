/// The roles a jury must have change.
public struct JuryPolicyChanged: Payload {
  /// The certification.
  public let certification: CertificationCode
  /// The pathway concerned; absent: all.
  public let pathway: Pathway?
  /// The roles required.
  public let roles: NonEmpty<JuryRole>
  /// The first day it is in force; may lie ahead.
  public let effectiveOn: CalendarDate
  /// Where the rule comes from.
  public let basis: Basis

  public init(
    certification: CertificationCode, pathway: Pathway? = nil, roles: NonEmpty<JuryRole>,
    effectiveOn: CalendarDate, basis: Basis
  ) {
    self.certification = certification
    self.pathway = pathway
    self.roles = roles
    self.effectiveOn = effectiveOn
    self.basis = basis
  }

  public static var type: EventType { .juryPolicyChanged }

  public var subjects: [Subject] {
    [.certification(certification)]
  }
}
