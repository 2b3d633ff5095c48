/// A person starts towards a certification: the day the dossier is opened.
public struct CandidateEnrolled: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The person.
  public let candidate: CandidateID
  /// The certification.
  public let certification: CertificationCode
  /// How the certification is sought.
  public let pathway: Pathway
  /// The public the person belongs to.
  public let audience: Audience?
  /// The blocks aimed at; absent: all.
  public let targets: NonEmpty<BlockCode>?
  /// The earlier candidacy this one completes.
  public let completes: CandidacyID?
  /// Blocks held from before the ledger.
  public let claims: NonEmpty<Claim>?
  /// The person’s employer.
  public let employer: FreeText?

  public init(
    candidacy: CandidacyID, candidate: CandidateID, certification: CertificationCode,
    pathway: Pathway, audience: Audience? = nil, targets: NonEmpty<BlockCode>? = nil,
    completes: CandidacyID? = nil, claims: NonEmpty<Claim>? = nil, employer: FreeText? = nil
  ) {
    self.candidacy = candidacy
    self.candidate = candidate
    self.certification = certification
    self.pathway = pathway
    self.audience = audience
    self.targets = targets
    self.completes = completes
    self.claims = claims
    self.employer = employer
  }

  public static var type: EventType { .candidateEnrolled }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .candidate(candidate), .certification(certification)]
      + completes.subjects({ .candidacy($0) })
  }
}
