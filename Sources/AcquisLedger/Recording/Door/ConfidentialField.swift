internal import Events

/// Where an event's data holds a text about a person: the fields marked † in the vocabulary.
enum ConfidentialField {
  /// A candidate's identity.
  case identity
  /// A text about the person the event concerns.
  case text(String)
  /// The grounds of an annulment: sealed where the entry concerns one person, else in clear.
  case annulmentGrounds
  /// The names of a jury's members, each under the member's own key.
  case memberNames
  /// The name of a member who comes in, under the member's own key.
  case incomingMemberName
}

extension EventType {
  /// The field of its data that is sealed at the door; no type has two.
  var confidentialField: ConfidentialField? {
    switch self {
    case .candidateRegistered, .candidateIdentityCorrected: .identity
    case .prerequisiteVerified: .text("evidence")
    case .positioningTestTaken: .text("note")
    case .candidacyWithdrawn, .recognitionRevoked, .certificateReissued, .certificationRevoked,
      .declarationAnswered, .summonsWithdrawn, .blockRefused, .juryDecisionRevoked:
      .text("grounds")
    case .eventAnnulled: .annulmentGrounds
    case .juryConvened: .memberNames
    case .juryMemberAdded, .juryMemberReplaced: .incomingMemberName
    case .certificationRegistered, .registrationRenewed, .certificationWithdrawn,
      .certificationSuperseded, .completionWindowPolicyChanged, .blockValidityPolicyChanged,
      .juryPolicyChanged, .candidateMerged, .candidateIdentityErased, .candidateEnrolled,
      .selectionTestTaken, .selectionInterviewHeld, .admissibilityDecided, .dossierSubmitted,
      .trainingStarted, .trainingCompleted, .competencyAssessed, .candidacyTransferred,
      .candidacyReopened, .completionWindowExtended, .priorValidationRecognised,
      .certificationAwarded, .certificateIssued, .partialCertificateIssued, .awardDeclared,
      .insertionSurveyAnswered, .juryRescheduled, .juryCancelled, .juryMemberRecused,
      .candidateSummoned, .candidateAbsent, .juryHeld, .blockValidated, .juryDeliberated,
      .decisionAppealed, .appealDecided:
      nil
    }
  }
}
