internal import Events

/// What `help TYPE` says of a type beside its fields: its purpose, an example, and what usually follows.
struct TypeGuide {
  /// One sentence.
  let purpose: Text
  let example: TypeExample
  /// The types that are usually recorded next.
  let next: [EventType]
  /// What is usually done next with another command, or a remark; nil: nothing more to say.
  let note: Text?

  init(
    _ purpose: Text, _ example: TypeExample, next: [EventType] = [], note: Text? = nil
  ) {
    self.purpose = purpose
    self.example = example
    self.next = next
    self.note = note
  }
}

extension EventType {
  /// What the help says of this type.
  var guide: TypeGuide {
    switch self {
    case .certificationRegistered: .certificationRegistered
    case .registrationRenewed: .registrationRenewed
    case .certificationWithdrawn: .certificationWithdrawn
    case .certificationSuperseded: .certificationSuperseded
    case .registrationSuspended: .registrationSuspended
    case .registrationReinstated: .registrationReinstated
    case .certifierDescribed: .certifierDescribed
    case .completionWindowPolicyChanged: .completionWindowPolicyChanged
    case .blockValidityPolicyChanged: .blockValidityPolicyChanged
    case .juryPolicyChanged: .juryPolicyChanged
    case .candidateRegistered: .candidateRegistered
    case .candidateIdentityCorrected: .candidateIdentityCorrected
    case .candidateMerged: .candidateMerged
    case .candidateIdentityErased: .candidateIdentityErased
    case .candidateDeceased: .candidateDeceased
    case .juryMemberIdentityErased: .juryMemberIdentityErased
    case .candidateEnrolled: .candidateEnrolled
    case .prerequisiteVerified: .prerequisiteVerified
    case .selectionTestTaken: .selectionTestTaken
    case .selectionInterviewHeld: .selectionInterviewHeld
    case .positioningTestTaken: .positioningTestTaken
    case .admissibilityDecided: .admissibilityDecided
    case .dossierSubmitted: .dossierSubmitted
    case .trainingStarted: .trainingStarted
    case .trainingCompleted: .trainingCompleted
    case .competencyAssessed: .competencyAssessed
    case .candidacyWithdrawn: .candidacyWithdrawn
    case .candidacyTransferred: .candidacyTransferred
    case .candidacyReopened: .candidacyReopened
    case .pathwayChanged: .pathwayChanged
    case .completionWindowExtended: .completionWindowExtended
    case .priorValidationRecognised: .priorValidationRecognised
    case .recognitionRevoked: .recognitionRevoked
    case .certificationAwarded: .certificationAwarded
    case .certificateIssued: .certificateIssued
    case .certificateReissued: .certificateReissued
    case .partialCertificateIssued: .partialCertificateIssued
    case .certificateDuplicated: .certificateDuplicated
    case .certificationRevoked: .certificationRevoked
    case .awardDeclared: .awardDeclared
    case .declarationAnswered: .declarationAnswered
    case .insertionSurveyAnswered: .insertionSurveyAnswered
    case .juryConvened: .juryConvened
    case .juryRescheduled: .juryRescheduled
    case .juryCancelled: .juryCancelled
    case .juryAnnulled: .juryAnnulled
    case .juryMemberAdded: .juryMemberAdded
    case .juryMemberReplaced: .juryMemberReplaced
    case .juryMemberRecused: .juryMemberRecused
    case .candidateSummoned: .candidateSummoned
    case .summonsWithdrawn: .summonsWithdrawn
    case .resultNotified: .resultNotified
    case .candidateAbsent: .candidateAbsent
    case .juryHeld: .juryHeld
    case .blockValidated: .blockValidated
    case .blockRefused: .blockRefused
    case .juryRecommended: .juryRecommended
    case .juryDeliberated: .juryDeliberated
    case .juryDecisionRevoked: .juryDecisionRevoked
    case .decisionAppealed: .decisionAppealed
    case .appealDecided: .appealDecided
    case .eventAnnulled: .eventAnnulled
    }
  }
}
