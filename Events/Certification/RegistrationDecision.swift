/// The day of the state’s decision that registered a certification.
public struct RegistrationDecision: Hashable, Sendable {
  public let certification: CertificationCode
  public let decisionOn: CalendarDate

  public init(certification: CertificationCode, decisionOn: CalendarDate) {
    self.certification = certification
    self.decisionOn = decisionOn
  }
}

extension RegistrationDecision: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    certification = try fields.required("certification")
    decisionOn = try fields.required("decisionOn")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("decisionOn", decisionOn)
  }
}
