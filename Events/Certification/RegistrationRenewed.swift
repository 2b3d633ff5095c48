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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certification(certification)]
  }

  public var introduces: Introduction? { nil }
}

extension RegistrationRenewed: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let certification: CertificationCode = try reader.required("certification")
    let expiresOn: CalendarDate = try reader.required("expiresOn")
    let lastDeliveryOn: CalendarDate? = try reader.optional("lastDeliveryOn")
    self.init(certification: certification, expiresOn: expiresOn, lastDeliveryOn: lastDeliveryOn)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("expiresOn", expiresOn)
    writer.member("lastDeliveryOn", lastDeliveryOn)
  }
}
