public import Events

// What each type of event says happened, as people read it.

extension EventType: TextConvertible {
  /// A short noun phrase, in lower case.
  public var text: Text {
    switch self {
    case .certificationRegistered:
      Text("certification enregistrée", "certification registered")
    case .registrationRenewed: Text("enregistrement prolongé", "registration renewed")
    case .certificationWithdrawn: Text("retrait de la certification", "certification withdrawn")
    case .certificationSuperseded: Text("certification remplacée", "certification superseded")
    case .registrationSuspended: Text("enregistrement suspendu", "registration suspended")
    case .registrationReinstated: Text("enregistrement rétabli", "registration reinstated")
    case .certifierDescribed: Text("certificateur décrit", "certifier described")
    case .completionWindowPolicyChanged:
      Text("politique du délai modifiée", "completion window policy changed")
    case .blockValidityPolicyChanged:
      Text("politique de validité des blocs modifiée", "block validity policy changed")
    case .juryPolicyChanged:
      Text("politique de composition des jurys modifiée", "jury policy changed")
    case .candidateRegistered: Text("identité enregistrée", "identity registered")
    case .candidateIdentityCorrected: Text("identité corrigée", "identity corrected")
    case .candidateMerged: Text("identifiants réunis", "two ids merged")
    case .candidateIdentityErased: Text("identité effacée", "identity erased")
    case .candidateDeceased: Text("décès", "death")
    case .juryMemberIdentityErased:
      Text("identité d’un membre du jury effacée", "jury member’s identity erased")
    case .candidateEnrolled: Text("inscription", "enrolment")
    case .prerequisiteVerified: Text("prérequis vérifié", "prerequisite verified")
    case .selectionTestTaken: Text("test d’entrée", "entry test")
    case .selectionInterviewHeld: Text("entretien de sélection", "selection interview")
    case .positioningTestTaken: Text("test de positionnement", "positioning test")
    case .admissibilityDecided:
      Text("décision de recevabilité", "admissibility decision")
    case .dossierSubmitted: Text("dossier déposé", "dossier submitted")
    case .trainingStarted: Text("entrée en formation", "training started")
    case .trainingCompleted: Text("fin de formation", "training completed")
    case .competencyAssessed: Text("compétences évaluées", "competencies assessed")
    case .candidacyWithdrawn: Text("abandon de la candidature", "candidacy withdrawn")
    case .candidacyTransferred: Text("candidature transférée", "candidacy transferred")
    case .candidacyReopened: Text("candidature rouverte", "candidacy reopened")
    case .pathwayChanged: Text("changement de voie d’accès", "pathway changed")
    case .completionWindowExtended: Text("délai prolongé", "completion window extended")
    case .priorValidationRecognised:
      Text("validation antérieure reconnue", "prior validation recognised")
    case .recognitionRevoked: Text("reconnaissance révoquée", "recognition revoked")
    case .certificationAwarded: Text("certification délivrée", "certification awarded")
    case .certificateIssued: Text("certificat émis", "certificate issued")
    case .certificateReissued: Text("certificat remplacé", "certificate reissued")
    case .partialCertificateIssued:
      Text("certificat partiel émis", "partial certificate issued")
    case .certificateDuplicated: Text("duplicata remis", "duplicate given")
    case .certificationRevoked: Text("certification révoquée", "certification revoked")
    case .awardDeclared:
      Text(
        "déclaration à la Caisse des Dépôts", "declaration to the Caisse des Dépôts")
    case .declarationAnswered:
      Text("réponse de la Caisse des Dépôts", "answer of the Caisse des Dépôts")
    case .insertionSurveyAnswered:
      Text("réponse à l’enquête d’insertion", "insertion survey answered")
    case .juryConvened: Text("jury constitué", "jury convened")
    case .juryRescheduled: Text("session reportée", "session rescheduled")
    case .juryCancelled: Text("session décommandée", "session cancelled")
    case .juryAnnulled: Text("jury annulé", "jury annulled")
    case .juryMemberAdded: Text("membre du jury ajouté", "jury member added")
    case .juryMemberReplaced: Text("membre du jury remplacé", "jury member replaced")
    case .juryMemberRecused: Text("membre du jury récusé", "jury member recused")
    case .candidateSummoned: Text("convocation devant le jury", "summons to the jury")
    case .summonsWithdrawn: Text("retrait de la convocation", "summons withdrawn")
    case .resultNotified: Text("résultat notifié", "result notified")
    case .candidateAbsent: Text("absence devant le jury", "absence from the jury")
    case .juryHeld: Text("session tenue", "session held")
    case .blockValidated: Text("bloc validé par le jury", "block validated by the jury")
    case .blockRefused: Text("bloc refusé par le jury", "block refused by the jury")
    case .juryRecommended: Text("recommandation du jury", "recommendation of the jury")
    case .juryDeliberated: Text("procès-verbal signé", "minutes signed")
    case .juryDecisionRevoked: Text("décision du jury révoquée", "jury decision revoked")
    case .decisionAppealed: Text("recours contre une décision", "appeal against a decision")
    case .appealDecided: Text("issue d’un recours", "outcome of an appeal")
    case .eventAnnulled: Text("entrée annulée", "entry annulled")
    }
  }
}
