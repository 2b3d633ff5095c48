/// The suspension of the registration ended.
public struct RegistrationReinstated: Payload {
  public let certification: CertificationCode

  public init(certification: CertificationCode) {
    self.certification = certification
  }

  public static var type: EventType { .registrationReinstated }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certification(certification)]
  }

  public var introduces: Introduction? { nil }
}

extension RegistrationReinstated {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    certification = try fields.required("certification")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
  }
}
