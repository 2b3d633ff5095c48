/// A certification leaves its register: no enrolment after this day.
public struct CertificationWithdrawn: Payload {
  /// The certification.
  public let certification: CertificationCode
  /// Last day for an award.
  public let lastDeliveryOn: CalendarDate?

  public init(certification: CertificationCode, lastDeliveryOn: CalendarDate? = nil) {
    self.certification = certification
    self.lastDeliveryOn = lastDeliveryOn
  }

  public static var type: EventType { .certificationWithdrawn }

  public var subjects: [Subject] {
    [.certification(certification)]
  }
}
