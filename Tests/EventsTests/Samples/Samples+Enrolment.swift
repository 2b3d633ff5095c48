internal import Events

extension Samples {
  static func enrolment() throws -> [Sample] {
    [
      Sample(
        .candidateEnrolled(
          CandidateEnrolled(
            candidacy: try id("D-2021-004"), candidate: try id("P-0017"),
            certification: try id("3474"), pathway: .continuingTraining, audience: .jobSeeker,
            targets: try list(try id("3474D1"), try id("3474D2")), completes: try id("D-2019-001"),
            claims: try list(
              Claim(
                block: try id("3474D3"), validatedOn: try day("2009-11-02"),
                document: try text("PV n° 12/2009"))),
            employer: try text("Office « L’Habitat »"))),
        minimal: .candidateEnrolled(
          CandidateEnrolled(
            candidacy: try id("D-2021-004"), candidate: try id("P-0017"),
            certification: try id("RNCP38052"), pathway: .experience))),
      Sample(
        .prerequisiteVerified(
          PrerequisiteVerified(
            candidacy: try id("D-2021-004"), prerequisite: try id("levelIVSocialWork"),
            satisfied: true, evidence: try sealed("P-0017.1"))),
        minimal: .prerequisiteVerified(
          PrerequisiteVerified(
            candidacy: try id("D-2021-004"), prerequisite: try id("level3"), satisfied: false))),
      Sample(
        .selectionTestTaken(SelectionTestTaken(candidacy: try id("D-2021-004"), passed: true))),
      Sample(
        .selectionInterviewHeld(
          SelectionInterviewHeld(
            candidacy: try id("D-2021-004"), interviewers: try list(.trainingBody, .housingBody),
            favourable: true))),
      Sample(
        .positioningTestTaken(
          PositioningTestTaken(
            candidacy: try id("D-2021-004"), adjusted: true, note: try sealed("P-0017.1"))),
        minimal: .positioningTestTaken(
          PositioningTestTaken(candidacy: try id("D-2021-004"), adjusted: false))),
      Sample(
        .admissibilityDecided(
          AdmissibilityDecided(
            candidacy: try id("D-2021-004"), admissible: true, validUntil: try day("2022-06-17"))),
        minimal: .admissibilityDecided(
          AdmissibilityDecided(candidacy: try id("D-2021-004"), admissible: false))),
      Sample(
        .dossierSubmitted(
          DossierSubmitted(candidacy: try id("D-2021-004"), kind: .problemSituation))),
      Sample(
        .candidacyWithdrawn(
          CandidacyWithdrawn(candidacy: try id("D-2021-004"), grounds: try sealed("P-0017.1"))),
        minimal: .candidacyWithdrawn(CandidacyWithdrawn(candidacy: try id("D-2021-004")))),
      Sample(
        .candidacyTransferred(
          CandidacyTransferred(candidacy: try id("D-2021-004"), to: try text("GRETA de l’Est")))),
      Sample(.candidacyReopened(CandidacyReopened(candidacy: try id("D-2021-004")))),
      Sample(
        .pathwayChanged(
          PathwayChanged(
            candidacy: try id("D-2021-004"), pathway: .continuingTraining, audience: .jobSeeker)),
        minimal: .pathwayChanged(
          PathwayChanged(candidacy: try id("D-2021-004"), pathway: .individual))),
    ]
  }
}
