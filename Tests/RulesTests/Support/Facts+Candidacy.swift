import EventSamples
import Events

/// Facts of a candidacy, `D1` of person `P1` on `T1` unless named.
extension Fact {
  static func enrolled(
    _ candidacy: String = "D1", _ candidate: String = "P1", on code: String = "T1",
    by pathway: Pathway = .continuingTraining, public audience: Audience? = nil,
    targets: [String] = [], completes: String? = nil, claims: [Claim] = []
  ) throws -> Fact {
    .candidateEnrolled(
      CandidateEnrolled(
        candidacy: try CandidacyID(candidacy), candidate: try CandidateID(candidate),
        certification: try CertificationCode(code), pathway: pathway, audience: audience,
        targets: try? NonEmpty(try targets.map { try BlockCode($0) }),
        completes: try completes.map { try CandidacyID($0) }, claims: try? NonEmpty(claims)))
  }

  static func claim(_ block: String, of day: String) throws -> Claim {
    Claim(
      block: try BlockCode(block), validatedOn: try CalendarDate(day),
      document: try FreeText("procès-verbal"))
  }

  static func admissibility(
    _ admissible: Bool, until day: String? = nil, of candidacy: String = "D1"
  ) throws -> Fact {
    .admissibilityDecided(
      AdmissibilityDecided(
        candidacy: try CandidacyID(candidacy), admissible: admissible,
        validUntil: try day.map { try CalendarDate($0) }))
  }

  static func prerequisite(_ code: String, satisfied: Bool = true) throws -> Fact {
    .prerequisiteVerified(
      PrerequisiteVerified(
        candidacy: try CandidacyID("D1"), prerequisite: try PrerequisiteCode(code),
        satisfied: satisfied))
  }

  static func entryTest(passed: Bool = true) throws -> Fact {
    .selectionTestTaken(
      SelectionTestTaken(candidacy: try CandidacyID("D1"), passed: passed))
  }

  static func interview(
    by bodies: [InterviewingBody] = [.trainingBody, .housingBody], favourable: Bool = true
  ) throws -> Fact {
    .selectionInterviewHeld(
      SelectionInterviewHeld(
        candidacy: try CandidacyID("D1"), interviewers: try NonEmpty(bodies),
        favourable: favourable))
  }

  static func positioned(adjusted: Bool) throws -> Fact {
    .positioningTestTaken(
      PositioningTestTaken(candidacy: try CandidacyID("D1"), adjusted: adjusted))
  }

  static func trainingStarted(_ candidacy: String = "D1") throws -> Fact {
    .trainingStarted(TrainingStarted(candidacy: try CandidacyID(candidacy)))
  }

  static func trained(
    _ hours: Int, _ minutes: Int? = nil, inCompany company: Int? = nil,
    in candidacy: String = "D1"
  ) throws -> Fact {
    .trainingCompleted(
      TrainingCompleted(
        candidacy: try CandidacyID(candidacy), centreHours: try Count(hours),
        centreMinutes: try minutes.map { try Minutes($0) },
        companyHours: try company.map { try Count($0) }))
  }

  static func assessed(
    _ competencies: String..., by modality: Modality = .caseStudy, in candidacy: String = "D1",
    outcome: AssessmentOutcome = .acquired
  ) throws -> Fact {
    .competencyAssessed(
      CompetencyAssessed(
        candidacy: try CandidacyID(candidacy), modality: modality,
        results: try NonEmpty(
          competencies.map {
            AssessedCompetency(competency: try CompetencyCode($0), outcome: outcome)
          })))
  }

  /// Recognises a block on a document.
  static func recognised(
    _ block: String = "T1-B1", of candidacy: String = "D1", document: String? = "diplôme",
    dated day: String? = "2010-05-04"
  ) throws -> Fact {
    try recognised(
      block, of: candidacy, .document,
      ValidationSource(
        validatedOn: try day.map { try CalendarDate($0) },
        document: try document.map { try FreeText($0) }))
  }

  /// Recognises a block of another candidacy.
  static func recognised(
    _ block: String = "T1-B1", of candidacy: String = "D1", as basis: RecognitionBasis,
    from source: String?, _ sourceBlock: String? = nil
  ) throws -> Fact {
    try recognised(
      block, of: candidacy, basis,
      ValidationSource(
        candidacy: try source.map { try CandidacyID($0) },
        block: try sourceBlock.map { try BlockCode($0) }))
  }

  /// Recognises a block of `D1` as equivalent.
  static func equivalence(
    _ block: String = "T1-B1", by authority: String?, dated day: String? = nil
  ) throws -> Fact {
    try recognised(
      block, of: "D1", .equivalence,
      ValidationSource(
        validatedOn: try day.map { try CalendarDate($0) },
        authority: try authority.map { try FreeText($0) }))
  }

  private static func recognised(
    _ block: String, of candidacy: String, _ basis: RecognitionBasis, _ source: ValidationSource
  ) throws -> Fact {
    .priorValidationRecognised(
      PriorValidationRecognised(
        candidacy: try CandidacyID(candidacy), block: try BlockCode(block), basis: basis,
        source: source))
  }

  static func recognitionRevoked(_ block: String = "T1-B1") throws -> Fact {
    .recognitionRevoked(
      RecognitionRevoked(
        candidacy: try CandidacyID("D1"), block: try BlockCode(block),
        grounds: try Samples.sealed("k")))
  }

  static func extended(until day: String) throws -> Fact {
    .completionWindowExtended(
      CompletionWindowExtended(candidacy: try CandidacyID("D1"), until: try CalendarDate(day)))
  }

  static func withdrawn(_ candidacy: String = "D1") throws -> Fact {
    .candidacyWithdrawn(CandidacyWithdrawn(candidacy: try CandidacyID(candidacy)))
  }

  static func transferred() throws -> Fact {
    .candidacyTransferred(
      CandidacyTransferred(candidacy: try CandidacyID("D1"), to: try FreeText("Autre organisme")))
  }

  static func reopened(_ candidacy: String = "D1") throws -> Fact {
    .candidacyReopened(CandidacyReopened(candidacy: try CandidacyID(candidacy)))
  }
}
