public import Events

extension CandidateEnrolled: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let candidate: CandidateID = try reader.required("candidate")
    let certification: CertificationCode = try reader.required("certification")
    let claims: NonEmpty<Claim>? = try reader.optional("claims")
    let completes: CandidacyID? = try reader.optional("completes")
    let employer: FreeText? = try reader.optional("employer")
    let pathway: Pathway = try reader.required("pathway")
    let audience: Audience? = try reader.optional("public")
    let targets: NonEmpty<BlockCode>? = try reader.optional("targets")
    self.init(
      candidacy: candidacy, candidate: candidate, certification: certification, pathway: pathway,
      audience: audience, targets: targets, completes: completes, claims: claims,
      employer: employer)
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
