/// The time to complete a partial certification changes.
public struct CompletionWindowPolicyChanged: Payload {
  /// The certification.
  public let certification: CertificationCode
  /// Calendar years; nil: without limit.
  public let years: Count?
  /// The first day it is in force; may lie ahead.
  public let effectiveOn: CalendarDate
  /// Where the rule comes from.
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
