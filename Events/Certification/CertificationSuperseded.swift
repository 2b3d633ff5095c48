/// A newer version takes over; closes nothing by itself.
public struct CertificationSuperseded: Payload {
  /// The certification.
  public let certification: CertificationCode
  /// The newer version.
  public let by: CertificationCode
  /// Which blocks count as which.
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

  public var subjects: [Subject] {
    [.certification(certification), .certification(by)]
  }
}
