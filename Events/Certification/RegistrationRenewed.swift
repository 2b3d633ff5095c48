/// A registration gets a new end; replaces both days.
public struct RegistrationRenewed: Payload {
  /// The certification.
  public let certification: CertificationCode
  /// New last day of the registration.
  public let expiresOn: CalendarDate
  /// New last day for an award.
  public let lastDeliveryOn: CalendarDate?

  public init(
    certification: CertificationCode, expiresOn: CalendarDate, lastDeliveryOn: CalendarDate? = nil
  ) {
    self.certification = certification
    self.expiresOn = expiresOn
    self.lastDeliveryOn = lastDeliveryOn
  }

  public static var type: EventType { .registrationRenewed }

  public var subjects: [Subject] {
    [.certification(certification)]
  }
}
