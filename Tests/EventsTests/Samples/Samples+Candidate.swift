internal import Events

extension Samples {
  static func candidate() throws -> [Sample] {
    [
      Sample(
        .candidateRegistered(
          CandidateRegistered(candidate: try id("P-0017"), identity: try sealed("P-0017.1"))),
        reduced: .candidateRegistered(
          CandidateRegistered(candidate: try id("P-0017"), identity: nil))),
      Sample(
        .candidateIdentityCorrected(
          CandidateIdentityCorrected(
            candidate: try id("P-0017"), identity: try sealed("P-0017.2"))),
        reduced: .candidateIdentityCorrected(
          CandidateIdentityCorrected(candidate: try id("P-0017"), identity: nil))),
      Sample(
        .candidateMerged(CandidateMerged(candidate: try id("P-0018"), into: try id("P-0017")))),
      Sample(.candidateIdentityErased(CandidateIdentityErased(candidate: try id("P-0017")))),
      Sample(.candidateDeceased(CandidateDeceased(candidate: try id("P-0017")))),
      Sample(.juryMemberIdentityErased(JuryMemberIdentityErased(member: try id("M-4")))),
    ]
  }

  static func log() throws -> [Sample] {
    [
      Sample(
        .eventAnnulled(
          EventAnnulled(
            event: try EventID("0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5000"),
            entrySubjects: try list(
              try Subject("candidacy:D-2021-004"), try Subject("jury:J-2021-02")),
            grounds: .sealed(try sealed("P-0017.1")),
            replacedBy: try EventID("0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5001"))),
        minimal: .eventAnnulled(
          EventAnnulled(
            event: try EventID("0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5000"),
            entrySubjects: try list(try Subject("certification:3474")),
            grounds: .clear(try text("Saisi deux fois")))),
        reduced: .eventAnnulled(
          EventAnnulled(
            event: try EventID("0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5000"),
            entrySubjects: try list(try Subject("candidacy:D-2021-004")), grounds: nil)))
    ]
  }
}
