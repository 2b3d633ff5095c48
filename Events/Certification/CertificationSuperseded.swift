/// A newer version of the certification exists. By itself this closes nothing.
public struct CertificationSuperseded: Payload {
  public let certification: CertificationCode
  /// The newer version.
  public let by: CertificationCode
  /// Which blocks of this version count as which of the newer one; nil: none.
  public let correspondences: NonEmpty<Correspondence>?

  public init(
    certification: CertificationCode, by: CertificationCode,
    correspondences: NonEmpty<Correspondence>? = nil
  ) {
    self.certification = certification
    self.by = by
    self.correspondences = correspondences
  }

  public static var type: EventType { .certificationSuperseded }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certification(certification), .certification(by)]
  }

  public var introduces: Introduction? { nil }
}

extension CertificationSuperseded {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    by = try fields.required("by")
    certification = try fields.required("certification")
    correspondences = try fields.optional("correspondences")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("by", by)
    writer.member("certification", certification)
    writer.member("correspondences", correspondences)
  }
}
