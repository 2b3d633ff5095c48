/// A certification was withdrawn from its register: no enrolment after this event’s day.
public struct CertificationWithdrawn: Payload {
  public let certification: CertificationCode
  /// Last day for an award, inclusive; nil: unchanged.
  public let lastDeliveryOn: CalendarDate?

  public init(certification: CertificationCode, lastDeliveryOn: CalendarDate? = nil) {
    self.certification = certification
    self.lastDeliveryOn = lastDeliveryOn
  }

  public static var type: EventType { .certificationWithdrawn }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certification(certification)]
  }

  public var introduces: Introduction? { nil }
}

extension CertificationWithdrawn {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    certification = try fields.required("certification")
    lastDeliveryOn = try fields.optional("lastDeliveryOn")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("lastDeliveryOn", lastDeliveryOn)
  }
}
