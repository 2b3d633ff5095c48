/// What happened: one case for each type of the vocabulary, with its data.
///
/// Switches over it have no `default`: a new type is met everywhere it matters, by the compiler.
public enum Fact: Hashable, Sendable {
  indirect case certificationRegistered(CertificationRegistered)
  case registrationRenewed(RegistrationRenewed)
  case certificationWithdrawn(CertificationWithdrawn)
  case certificationSuperseded(CertificationSuperseded)
  case completionWindowPolicyChanged(CompletionWindowPolicyChanged)
  case blockValidityPolicyChanged(BlockValidityPolicyChanged)
  case juryPolicyChanged(JuryPolicyChanged)
  case candidateRegistered(CandidateRegistered)
  case candidateIdentityCorrected(CandidateIdentityCorrected)
  case candidateMerged(CandidateMerged)
  case candidateIdentityErased(CandidateIdentityErased)
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
  case completionWindowExtended(CompletionWindowExtended)
  case priorValidationRecognised(PriorValidationRecognised)
  case recognitionRevoked(RecognitionRevoked)
  case certificationAwarded(CertificationAwarded)
  case certificateIssued(CertificateIssued)
  case certificateReissued(CertificateReissued)
  case partialCertificateIssued(PartialCertificateIssued)
  case certificationRevoked(CertificationRevoked)
  case awardDeclared(AwardDeclared)
  case declarationAnswered(DeclarationAnswered)
  case insertionSurveyAnswered(InsertionSurveyAnswered)
  case juryConvened(JuryConvened)
  case juryRescheduled(JuryRescheduled)
  case juryCancelled(JuryCancelled)
  case juryMemberAdded(JuryMemberAdded)
  case juryMemberReplaced(JuryMemberReplaced)
  case juryMemberRecused(JuryMemberRecused)
  case candidateSummoned(CandidateSummoned)
  case summonsWithdrawn(SummonsWithdrawn)
  case candidateAbsent(CandidateAbsent)
  case juryHeld(JuryHeld)
  case blockValidated(BlockValidated)
  case blockRefused(BlockRefused)
  case juryDeliberated(JuryDeliberated)
  case juryDecisionRevoked(JuryDecisionRevoked)
  case decisionAppealed(DecisionAppealed)
  case appealDecided(AppealDecided)
  case eventAnnulled(EventAnnulled)
}

extension Fact {
  /// The data, whatever its type.
  public var payload: any Payload {
    switch self {
    case .certificationRegistered(let payload): payload
    case .registrationRenewed(let payload): payload
    case .certificationWithdrawn(let payload): payload
    case .certificationSuperseded(let payload): payload
    case .completionWindowPolicyChanged(let payload): payload
    case .blockValidityPolicyChanged(let payload): payload
    case .juryPolicyChanged(let payload): payload
    case .candidateRegistered(let payload): payload
    case .candidateIdentityCorrected(let payload): payload
    case .candidateMerged(let payload): payload
    case .candidateIdentityErased(let payload): payload
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
    case .completionWindowExtended(let payload): payload
    case .priorValidationRecognised(let payload): payload
    case .recognitionRevoked(let payload): payload
    case .certificationAwarded(let payload): payload
    case .certificateIssued(let payload): payload
    case .certificateReissued(let payload): payload
    case .partialCertificateIssued(let payload): payload
    case .certificationRevoked(let payload): payload
    case .awardDeclared(let payload): payload
    case .declarationAnswered(let payload): payload
    case .insertionSurveyAnswered(let payload): payload
    case .juryConvened(let payload): payload
    case .juryRescheduled(let payload): payload
    case .juryCancelled(let payload): payload
    case .juryMemberAdded(let payload): payload
    case .juryMemberReplaced(let payload): payload
    case .juryMemberRecused(let payload): payload
    case .candidateSummoned(let payload): payload
    case .summonsWithdrawn(let payload): payload
    case .candidateAbsent(let payload): payload
    case .juryHeld(let payload): payload
    case .blockValidated(let payload): payload
    case .blockRefused(let payload): payload
    case .juryDeliberated(let payload): payload
    case .juryDecisionRevoked(let payload): payload
    case .decisionAppealed(let payload): payload
    case .appealDecided(let payload): payload
    case .eventAnnulled(let payload): payload
    }
  }
}
