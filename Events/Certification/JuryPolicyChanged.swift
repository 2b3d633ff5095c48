/// The certifier changed the roles that a jury must have.
public struct JuryPolicyChanged: Payload {
  public let certification: CertificationCode
  /// The pathway concerned; nil: all.
  public let pathway: Pathway?
  public let roles: NonEmpty<JuryRole>
  /// First day in force, inclusive; may be later than the day of the event.
  public let effectiveOn: CalendarDate
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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certification(certification)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryPolicyChanged {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    basis = try fields.required("basis")
    certification = try fields.required("certification")
    effectiveOn = try fields.required("effectiveOn")
    pathway = try fields.optional("pathway")
    roles = try fields.required("roles")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("certification", certification)
    writer.member("effectiveOn", effectiveOn)
    writer.member("pathway", pathway)
    writer.member("roles", roles)
  }
}
