/// What happened: one case for each ``EventType``, with its data.
///
/// Switches over it have no `default`, so that the compiler finds every place that a new type
/// concerns.
public enum Fact: Hashable, Sendable {
  indirect case certificationRegistered(CertificationRegistered)
  case registrationRenewed(RegistrationRenewed)
  case certificationWithdrawn(CertificationWithdrawn)
  case certificationSuperseded(CertificationSuperseded)
  case registrationSuspended(RegistrationSuspended)
  case registrationReinstated(RegistrationReinstated)
  case certifierDescribed(CertifierDescribed)
  case completionWindowPolicyChanged(CompletionWindowPolicyChanged)
  case blockValidityPolicyChanged(BlockValidityPolicyChanged)
  case juryPolicyChanged(JuryPolicyChanged)
  case candidateRegistered(CandidateRegistered)
  case candidateIdentityCorrected(CandidateIdentityCorrected)
  case candidateMerged(CandidateMerged)
  case candidateIdentityErased(CandidateIdentityErased)
  case candidateDeceased(CandidateDeceased)
  case juryMemberIdentityErased(JuryMemberIdentityErased)
  case candidateEnrolled(CandidateEnrolled)
  case prerequisiteVerified(PrerequisiteVerified)
  case selectionTestTaken(SelectionTestTaken)
  case selectionInterviewHeld(SelectionInterviewHeld)
  case positioningTestTaken(PositioningTestTaken)
  case admissibilityDecided(AdmissibilityDecided)
  case dossierSubmitted(DossierSubmitted)
  case trainingStarted(TrainingStarted)
  case trainingCompleted(TrainingCompleted)
  case competencyAssessed(CompetencyAssessed)
  case candidacyWithdrawn(CandidacyWithdrawn)
  case candidacyTransferred(CandidacyTransferred)
  case candidacyReopened(CandidacyReopened)
  case pathwayChanged(PathwayChanged)
  case completionWindowExtended(CompletionWindowExtended)
  case priorValidationRecognised(PriorValidationRecognised)
  case recognitionRevoked(RecognitionRevoked)
  case certificationAwarded(CertificationAwarded)
  case certificateIssued(CertificateIssued)
  case certificateReissued(CertificateReissued)
  case partialCertificateIssued(PartialCertificateIssued)
  case certificateDuplicated(CertificateDuplicated)
  case certificationRevoked(CertificationRevoked)
  case awardDeclared(AwardDeclared)
  case declarationAnswered(DeclarationAnswered)
  case insertionSurveyAnswered(InsertionSurveyAnswered)
  case juryConvened(JuryConvened)
  case juryRescheduled(JuryRescheduled)
  case juryCancelled(JuryCancelled)
  case juryAnnulled(JuryAnnulled)
  case juryMemberAdded(JuryMemberAdded)
  case juryMemberReplaced(JuryMemberReplaced)
  case juryMemberRecused(JuryMemberRecused)
  case candidateSummoned(CandidateSummoned)
  case summonsWithdrawn(SummonsWithdrawn)
  case resultNotified(ResultNotified)
  case candidateAbsent(CandidateAbsent)
  case juryHeld(JuryHeld)
  case blockValidated(BlockValidated)
  case blockRefused(BlockRefused)
  case juryRecommended(JuryRecommended)
  case juryDeliberated(JuryDeliberated)
  case juryDecisionRevoked(JuryDecisionRevoked)
  case decisionAppealed(DecisionAppealed)
  case appealDecided(AppealDecided)
  case eventAnnulled(EventAnnulled)
}

extension Fact {
  /// The data, as an existential.
  public var payload: any Payload {
    switch self {
    case .certificationRegistered(let payload): payload
    case .registrationRenewed(let payload): payload
    case .certificationWithdrawn(let payload): payload
    case .certificationSuperseded(let payload): payload
    case .registrationSuspended(let payload): payload
    case .registrationReinstated(let payload): payload
    case .certifierDescribed(let payload): payload
    case .completionWindowPolicyChanged(let payload): payload
    case .blockValidityPolicyChanged(let payload): payload
    case .juryPolicyChanged(let payload): payload
    case .candidateRegistered(let payload): payload
    case .candidateIdentityCorrected(let payload): payload
    case .candidateMerged(let payload): payload
    case .candidateIdentityErased(let payload): payload
    case .candidateDeceased(let payload): payload
    case .juryMemberIdentityErased(let payload): payload
    case .candidateEnrolled(let payload): payload
    case .prerequisiteVerified(let payload): payload
    case .selectionTestTaken(let payload): payload
    case .selectionInterviewHeld(let payload): payload
    case .positioningTestTaken(let payload): payload
    case .admissibilityDecided(let payload): payload
    case .dossierSubmitted(let payload): payload
    case .trainingStarted(let payload): payload
    case .trainingCompleted(let payload): payload
    case .competencyAssessed(let payload): payload
    case .candidacyWithdrawn(let payload): payload
    case .candidacyTransferred(let payload): payload
    case .candidacyReopened(let payload): payload
    case .pathwayChanged(let payload): payload
    case .completionWindowExtended(let payload): payload
    case .priorValidationRecognised(let payload): payload
    case .recognitionRevoked(let payload): payload
    case .certificationAwarded(let payload): payload
    case .certificateIssued(let payload): payload
    case .certificateReissued(let payload): payload
    case .partialCertificateIssued(let payload): payload
    case .certificateDuplicated(let payload): payload
    case .certificationRevoked(let payload): payload
    case .awardDeclared(let payload): payload
    case .declarationAnswered(let payload): payload
    case .insertionSurveyAnswered(let payload): payload
    case .juryConvened(let payload): payload
    case .juryRescheduled(let payload): payload
    case .juryCancelled(let payload): payload
    case .juryAnnulled(let payload): payload
    case .juryMemberAdded(let payload): payload
    case .juryMemberReplaced(let payload): payload
    case .juryMemberRecused(let payload): payload
    case .candidateSummoned(let payload): payload
    case .summonsWithdrawn(let payload): payload
    case .resultNotified(let payload): payload
    case .candidateAbsent(let payload): payload
    case .juryHeld(let payload): payload
    case .blockValidated(let payload): payload
    case .blockRefused(let payload): payload
    case .juryRecommended(let payload): payload
    case .juryDeliberated(let payload): payload
    case .juryDecisionRevoked(let payload): payload
    case .decisionAppealed(let payload): payload
    case .appealDecided(let payload): payload
    case .eventAnnulled(let payload): payload
    }
  }
}

extension Fact {
  /// Reads the data of a type, in its current schema.
  ///
  /// - Throws: ``ReadingFailure`` with the field that is not as this type requires.
  init(_ type: EventType, fields: inout some FieldSource) throws(ReadingFailure) {
    switch type {
    case .certificationRegistered:
      self = .certificationRegistered(try CertificationRegistered(fields: &fields))
    case .registrationRenewed: self = .registrationRenewed(try RegistrationRenewed(fields: &fields))
    case .certificationWithdrawn:
      self = .certificationWithdrawn(try CertificationWithdrawn(fields: &fields))
    case .certificationSuperseded:
      self = .certificationSuperseded(try CertificationSuperseded(fields: &fields))
    case .registrationSuspended:
      self = .registrationSuspended(try RegistrationSuspended(fields: &fields))
    case .registrationReinstated:
      self = .registrationReinstated(try RegistrationReinstated(fields: &fields))
    case .certifierDescribed: self = .certifierDescribed(try CertifierDescribed(fields: &fields))
    case .completionWindowPolicyChanged:
      self = .completionWindowPolicyChanged(try CompletionWindowPolicyChanged(fields: &fields))
    case .blockValidityPolicyChanged:
      self = .blockValidityPolicyChanged(try BlockValidityPolicyChanged(fields: &fields))
    case .juryPolicyChanged: self = .juryPolicyChanged(try JuryPolicyChanged(fields: &fields))
    case .candidateRegistered: self = .candidateRegistered(try CandidateRegistered(fields: &fields))
    case .candidateIdentityCorrected:
      self = .candidateIdentityCorrected(try CandidateIdentityCorrected(fields: &fields))
    case .candidateMerged: self = .candidateMerged(try CandidateMerged(fields: &fields))
    case .candidateIdentityErased:
      self = .candidateIdentityErased(try CandidateIdentityErased(fields: &fields))
    case .candidateDeceased: self = .candidateDeceased(try CandidateDeceased(fields: &fields))
    case .juryMemberIdentityErased:
      self = .juryMemberIdentityErased(try JuryMemberIdentityErased(fields: &fields))
    case .candidateEnrolled: self = .candidateEnrolled(try CandidateEnrolled(fields: &fields))
    case .prerequisiteVerified:
      self = .prerequisiteVerified(try PrerequisiteVerified(fields: &fields))
    case .selectionTestTaken: self = .selectionTestTaken(try SelectionTestTaken(fields: &fields))
    case .selectionInterviewHeld:
      self = .selectionInterviewHeld(try SelectionInterviewHeld(fields: &fields))
    case .positioningTestTaken:
      self = .positioningTestTaken(try PositioningTestTaken(fields: &fields))
    case .admissibilityDecided:
      self = .admissibilityDecided(try AdmissibilityDecided(fields: &fields))
    case .dossierSubmitted: self = .dossierSubmitted(try DossierSubmitted(fields: &fields))
    case .trainingStarted: self = .trainingStarted(try TrainingStarted(fields: &fields))
    case .trainingCompleted: self = .trainingCompleted(try TrainingCompleted(fields: &fields))
    case .competencyAssessed: self = .competencyAssessed(try CompetencyAssessed(fields: &fields))
    case .candidacyWithdrawn: self = .candidacyWithdrawn(try CandidacyWithdrawn(fields: &fields))
    case .candidacyTransferred:
      self = .candidacyTransferred(try CandidacyTransferred(fields: &fields))
    case .candidacyReopened: self = .candidacyReopened(try CandidacyReopened(fields: &fields))
    case .pathwayChanged: self = .pathwayChanged(try PathwayChanged(fields: &fields))
    case .completionWindowExtended:
      self = .completionWindowExtended(try CompletionWindowExtended(fields: &fields))
    case .priorValidationRecognised:
      self = .priorValidationRecognised(try PriorValidationRecognised(fields: &fields))
    case .recognitionRevoked: self = .recognitionRevoked(try RecognitionRevoked(fields: &fields))
    case .certificationAwarded:
      self = .certificationAwarded(try CertificationAwarded(fields: &fields))
    case .certificateIssued: self = .certificateIssued(try CertificateIssued(fields: &fields))
    case .certificateReissued: self = .certificateReissued(try CertificateReissued(fields: &fields))
    case .partialCertificateIssued:
      self = .partialCertificateIssued(try PartialCertificateIssued(fields: &fields))
    case .certificateDuplicated:
      self = .certificateDuplicated(try CertificateDuplicated(fields: &fields))
    case .certificationRevoked:
      self = .certificationRevoked(try CertificationRevoked(fields: &fields))
    case .awardDeclared: self = .awardDeclared(try AwardDeclared(fields: &fields))
    case .declarationAnswered: self = .declarationAnswered(try DeclarationAnswered(fields: &fields))
    case .insertionSurveyAnswered:
      self = .insertionSurveyAnswered(try InsertionSurveyAnswered(fields: &fields))
    case .juryConvened: self = .juryConvened(try JuryConvened(fields: &fields))
    case .juryRescheduled: self = .juryRescheduled(try JuryRescheduled(fields: &fields))
    case .juryCancelled: self = .juryCancelled(try JuryCancelled(fields: &fields))
    case .juryAnnulled: self = .juryAnnulled(try JuryAnnulled(fields: &fields))
    case .juryMemberAdded: self = .juryMemberAdded(try JuryMemberAdded(fields: &fields))
    case .juryMemberReplaced: self = .juryMemberReplaced(try JuryMemberReplaced(fields: &fields))
    case .juryMemberRecused: self = .juryMemberRecused(try JuryMemberRecused(fields: &fields))
    case .candidateSummoned: self = .candidateSummoned(try CandidateSummoned(fields: &fields))
    case .summonsWithdrawn: self = .summonsWithdrawn(try SummonsWithdrawn(fields: &fields))
    case .resultNotified: self = .resultNotified(try ResultNotified(fields: &fields))
    case .candidateAbsent: self = .candidateAbsent(try CandidateAbsent(fields: &fields))
    case .juryHeld: self = .juryHeld(try JuryHeld(fields: &fields))
    case .blockValidated: self = .blockValidated(try BlockValidated(fields: &fields))
    case .blockRefused: self = .blockRefused(try BlockRefused(fields: &fields))
    case .juryRecommended: self = .juryRecommended(try JuryRecommended(fields: &fields))
    case .juryDeliberated: self = .juryDeliberated(try JuryDeliberated(fields: &fields))
    case .juryDecisionRevoked: self = .juryDecisionRevoked(try JuryDecisionRevoked(fields: &fields))
    case .decisionAppealed: self = .decisionAppealed(try DecisionAppealed(fields: &fields))
    case .appealDecided: self = .appealDecided(try AppealDecided(fields: &fields))
    case .eventAnnulled: self = .eventAnnulled(try EventAnnulled(fields: &fields))
    }
  }
}
