/// The type of an event: the closed vocabulary of the log.
///
/// The raw value is the word in the log and on the command line. A released type keeps its word and
/// its meaning for ever.
public enum EventType: String, CaseIterable, Hashable, Sendable {
  // Certification
  case certificationRegistered = "CertificationRegistered"
  case registrationRenewed = "RegistrationRenewed"
  case certificationWithdrawn = "CertificationWithdrawn"
  case certificationSuperseded = "CertificationSuperseded"
  case registrationSuspended = "RegistrationSuspended"
  case registrationReinstated = "RegistrationReinstated"
  case certifierDescribed = "CertifierDescribed"
  case completionWindowPolicyChanged = "CompletionWindowPolicyChanged"
  case blockValidityPolicyChanged = "BlockValidityPolicyChanged"
  case juryPolicyChanged = "JuryPolicyChanged"

  // Candidate
  case candidateRegistered = "CandidateRegistered"
  case candidateIdentityCorrected = "CandidateIdentityCorrected"
  case candidateMerged = "CandidateMerged"
  case candidateIdentityErased = "CandidateIdentityErased"
  case candidateDeceased = "CandidateDeceased"
  case juryMemberIdentityErased = "JuryMemberIdentityErased"

  // Candidacy
  case candidateEnrolled = "CandidateEnrolled"
  case prerequisiteVerified = "PrerequisiteVerified"
  case selectionTestTaken = "SelectionTestTaken"
  case selectionInterviewHeld = "SelectionInterviewHeld"
  case positioningTestTaken = "PositioningTestTaken"
  case admissibilityDecided = "AdmissibilityDecided"
  case dossierSubmitted = "DossierSubmitted"
  case trainingStarted = "TrainingStarted"
  case trainingCompleted = "TrainingCompleted"
  case competencyAssessed = "CompetencyAssessed"
  case candidacyWithdrawn = "CandidacyWithdrawn"
  case candidacyTransferred = "CandidacyTransferred"
  case candidacyReopened = "CandidacyReopened"
  case pathwayChanged = "PathwayChanged"
  case completionWindowExtended = "CompletionWindowExtended"
  case priorValidationRecognised = "PriorValidationRecognised"
  case recognitionRevoked = "RecognitionRevoked"
  case certificationAwarded = "CertificationAwarded"
  case certificateIssued = "CertificateIssued"
  case certificateReissued = "CertificateReissued"
  case partialCertificateIssued = "PartialCertificateIssued"
  case certificateDuplicated = "CertificateDuplicated"
  case certificationRevoked = "CertificationRevoked"
  case awardDeclared = "AwardDeclared"
  case declarationAnswered = "DeclarationAnswered"
  case insertionSurveyAnswered = "InsertionSurveyAnswered"

  // Jury
  case juryConvened = "JuryConvened"
  case juryRescheduled = "JuryRescheduled"
  case juryCancelled = "JuryCancelled"
  case juryAnnulled = "JuryAnnulled"
  case juryMemberAdded = "JuryMemberAdded"
  case juryMemberReplaced = "JuryMemberReplaced"
  case juryMemberRecused = "JuryMemberRecused"
  case candidateSummoned = "CandidateSummoned"
  case summonsWithdrawn = "SummonsWithdrawn"
  case resultNotified = "ResultNotified"
  case candidateAbsent = "CandidateAbsent"
  case juryHeld = "JuryHeld"
  case blockValidated = "BlockValidated"
  case blockRefused = "BlockRefused"
  case juryRecommended = "JuryRecommended"
  case juryDeliberated = "JuryDeliberated"
  case juryDecisionRevoked = "JuryDecisionRevoked"
  case decisionAppealed = "DecisionAppealed"
  case appealDecided = "AppealDecided"

  // Log
  case eventAnnulled = "EventAnnulled"
}

extension EventType: ClosedWord {
  public static var kind: String { "event type" }
}
