/// The registration was suspended (Code du travail R6113-17-3): no enrolment until it is reinstated.
public struct RegistrationSuspended: Payload {
  public let certification: CertificationCode

  public init(certification: CertificationCode) {
    self.certification = certification
  }

  public static var type: EventType { .registrationSuspended }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certification(certification)]
  }

  public var introduces: Introduction? { nil }
}

extension RegistrationSuspended {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    certification = try fields.required("certification")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
  }
}
