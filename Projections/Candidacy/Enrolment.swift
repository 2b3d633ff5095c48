package import Events

/// What the enrolment of a candidacy states, but for the employer, on which nothing depends.
package struct Enrolment: Sendable {
  /// What few enrolments state.
  private struct Details: Blank {
    var targets: NonEmpty<BlockCode>?
    var completes: CandidacyID?
    var claims: NonEmpty<Claim>?
  }

  package let candidate: CandidateID
  package let certification: CertificationCode
  package let pathway: Pathway
  package let audience: Audience?
  @Apart private var details: Details

  package init(_ data: CandidateEnrolled) {
    candidate = data.candidate
    certification = data.certification
    pathway = data.pathway
    audience = data.audience
    if data.targets != nil || data.completes != nil || data.claims != nil {
      details = Details(targets: data.targets, completes: data.completes, claims: data.claims)
    }
  }

  /// The blocks aimed at; nil: all.
  package var targets: NonEmpty<BlockCode>? { $details.isBlank ? nil : details.targets }
  /// The earlier candidacy that this one completes.
  package var completes: CandidacyID? { $details.isBlank ? nil : details.completes }
  /// Blocks held from before the ledger.
  package var claims: NonEmpty<Claim>? { $details.isBlank ? nil : details.claims }
}
