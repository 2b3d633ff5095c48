/// The whole certification is awarded.
public struct CertificationAwarded: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The jury that awarded it.
  public let jury: JuryID?

  public init(candidacy: CandidacyID, jury: JuryID? = nil) {
    self.candidacy = candidacy
    self.jury = jury
  }

  public static var type: EventType { .certificationAwarded }

  public var subjects: [Subject] {
    [.candidacy(candidacy)] + jury.subjects({ .jury($0) })
  }
}
