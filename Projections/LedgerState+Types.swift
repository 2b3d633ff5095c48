package import Events

extension LedgerState {
  /// Whether events of a type change the fold. The others need not be decoded to be folded:
  /// ``apply(_:)`` does nothing with them.
  package static func takes(_ type: EventType) -> Bool {
    switch type {
    case .candidateEnrolled, .prerequisiteVerified, .selectionTestTaken, .selectionInterviewHeld,
      .positioningTestTaken, .admissibilityDecided, .dossierSubmitted, .trainingStarted,
      .competencyAssessed, .pathwayChanged, .candidacyWithdrawn, .candidacyTransferred,
      .candidacyReopened, .completionWindowExtended, .priorValidationRecognised,
      .recognitionRevoked, .certificationAwarded, .certificationRevoked, .certificateIssued,
      .certificateReissued, .partialCertificateIssued, .certificateDuplicated, .candidateSummoned,
      .summonsWithdrawn, .candidateAbsent, .blockValidated, .blockRefused, .juryDecisionRevoked,
      .decisionAppealed, .appealDecided, .awardDeclared, .declarationAnswered,
      .insertionSurveyAnswered, .resultNotified, .candidateDeceased, .candidateRegistered,
      .juryHeld, .juryCancelled, .juryAnnulled, .completionWindowPolicyChanged,
      .blockValidityPolicyChanged, .registrationRenewed, .certificationWithdrawn,
      .registrationSuspended, .registrationReinstated, .certificationSuperseded,
      .juryPolicyChanged:
      true
    // Only the first day of the candidacy's record.
    case .juryRecommended, .trainingCompleted, .juryMemberRecused: true
    // In ``TimelessFacts``.
    case .certificationRegistered, .candidateMerged, .eventAnnulled: false
    case .candidateIdentityCorrected, .candidateIdentityErased, .juryMemberIdentityErased,
      .certifierDescribed, .juryConvened, .juryRescheduled, .juryMemberAdded, .juryMemberReplaced,
      .juryDeliberated:
      false
    }
  }
}
