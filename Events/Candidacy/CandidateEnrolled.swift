/// A candidate is enrolled for a certification, on the day the dossier is opened.
public struct CandidateEnrolled: Payload {
  public let candidacy: CandidacyID
  public let candidate: CandidateID
  public let certification: CertificationCode
  public let pathway: Pathway
  /// The candidate’s *public* (key `public`); nil if not stated.
  public let audience: Audience?
  /// The blocks aimed at; nil: all.
  public let targets: NonEmpty<BlockCode>?
  /// The earlier candidacy that this one completes, of the same person and certification, or of a
  /// version that the certification succeeds (R16). Both share one completion window.
  public let completes: CandidacyID?
  /// Blocks held from before the ledger, not recognised yet.
  public let claims: NonEmpty<Claim>?
  /// Name of the candidate’s employer, in clear: never a person’s.
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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .candidate(candidate), .certification(certification)]
      + completes.subjects({ .candidacy($0) })
  }

  public var introduces: Introduction? { .subject(.candidacy(candidacy)) }
}

extension CandidateEnrolled {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    candidate = try fields.required("candidate")
    certification = try fields.required("certification")
    claims = try fields.optional("claims")
    completes = try fields.optional("completes")
    employer = try fields.optional("employer")
    pathway = try fields.required("pathway")
    audience = try fields.optional("public")
    targets = try fields.optional("targets")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("candidate", candidate)
    writer.member("certification", certification)
    writer.member("claims", claims)
    writer.member("completes", completes)
    writer.member("employer", employer)
    writer.member("pathway", pathway)
    writer.member("public", audience)
    writer.member("targets", targets)
  }
}
