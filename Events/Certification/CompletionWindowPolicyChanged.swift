/// The certifier changed the length of the completion window.
public struct CompletionWindowPolicyChanged: Payload {
  public let certification: CertificationCode
  /// Calendar years from the first block held; nil: without limit.
  public let years: Count?
  /// First day in force, inclusive; may be later than the day of the event.
  public let effectiveOn: CalendarDate
  public let basis: Basis

  public init(
    certification: CertificationCode, years: Count?, effectiveOn: CalendarDate, basis: Basis
  ) {
    self.certification = certification
    self.years = years
    self.effectiveOn = effectiveOn
    self.basis = basis
  }

  public static var type: EventType { .completionWindowPolicyChanged }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certification(certification)]
  }

  public var introduces: Introduction? { nil }
}

extension CompletionWindowPolicyChanged {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    basis = try fields.required("basis")
    certification = try fields.required("certification")
    effectiveOn = try fields.required("effectiveOn")
    years = try fields.nullable("years")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("certification", certification)
    writer.member("effectiveOn", effectiveOn)
    writer.nullable("years", years)
  }
}
