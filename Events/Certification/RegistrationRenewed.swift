/// The registration was renewed: both last days are replaced.
public struct RegistrationRenewed: Payload {
  public let certification: CertificationCode
  /// New last day of the registration, inclusive.
  public let expiresOn: CalendarDate
  /// New last day for an award, inclusive; nil: no end any more.
  public let lastDeliveryOn: CalendarDate?

  public init(
    certification: CertificationCode, expiresOn: CalendarDate, lastDeliveryOn: CalendarDate? = nil
  ) {
    self.certification = certification
    self.expiresOn = expiresOn
    self.lastDeliveryOn = lastDeliveryOn
  }

  public static var type: EventType { .registrationRenewed }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certification(certification)]
  }

  public var introduces: Introduction? { nil }
}

extension RegistrationRenewed {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    certification = try fields.required("certification")
    expiresOn = try fields.required("expiresOn")
    lastDeliveryOn = try fields.optional("lastDeliveryOn")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("expiresOn", expiresOn)
    writer.member("lastDeliveryOn", lastDeliveryOn)
  }
}
