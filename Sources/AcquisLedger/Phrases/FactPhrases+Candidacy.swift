internal import Events

// What an entry about a candidacy says happened, without the person's name.

extension Fact {
  /// Nil for a fact about no candidacy.
  var candidacySentence: Text? {
    switch self {
    case .candidateEnrolled(let data):
      Text(
        "inscription à \(data.certification), \(data.pathway.text.french)",
        "enrolled for \(data.certification), \(data.pathway.text.english)")
    case .prerequisiteVerified(let data):
      data.satisfied
        ? Text(
          "prérequis \(data.prerequisite) rempli", "prerequisite \(data.prerequisite) satisfied")
        : Text(
          "prérequis \(data.prerequisite) non rempli",
          "prerequisite \(data.prerequisite) not satisfied")
    case .selectionTestTaken(let data):
      data.passed
        ? Text("test d’entrée réussi", "entry test passed")
        : Text("test d’entrée non réussi", "entry test failed")
    case .selectionInterviewHeld(let data):
      data.favourable
        ? Text("entretien de sélection favorable", "selection interview favourable")
        : Text("entretien de sélection défavorable", "selection interview unfavourable")
    case .positioningTestTaken(let data):
      data.adjusted
        ? Text(
          "test de positionnement, parcours adapté", "positioning test, path adjusted")
        : Text(
          "test de positionnement, parcours inchangé", "positioning test, path unchanged")
    case .admissibilityDecided(let data): data.sentence
    case .dossierSubmitted(let data): data.kind.submitted
    case .trainingStarted: Text("entrée en formation", "training started")
    case .trainingCompleted(let data):
      Text(
        "fin de formation, \(data.centreHours.value) h en centre",
        "training completed, \(data.centreHours.value) h in the centre")
    case .competencyAssessed(let data): data.sentence
    case .candidacyWithdrawn: Text("abandon de la candidature", "candidacy withdrawn")
    case .candidacyTransferred(let data):
      Text(
        "candidature transférée à \(Shown.onOneLine(data.to.text))",
        "candidacy transferred to \(Shown.onOneLine(data.to.text))")
    case .candidacyReopened: Text("candidature rouverte", "candidacy reopened")
    case .pathwayChanged(let data):
      Text(
        "voie d’accès changée : \(data.pathway.text.french)",
        "pathway changed: \(data.pathway.text.english)")
    case .completionWindowExtended(let data):
      Text(
        "délai prolongé jusqu’au \(data.until.text.french)", "window extended until \(data.until)")
    case .priorValidationRecognised(let data):
      Text("\(data.block) reconnu", "\(data.block) recognised")
    case .recognitionRevoked(let data):
      Text(
        "reconnaissance de \(data.block) révoquée", "recognition of \(data.block) revoked")
    case .certificationAwarded: Text("certification délivrée", "certification awarded")
    case .certificateIssued(let data):
      Text("certificat \(data.number) délivré", "certificate \(data.number) issued")
    case .certificateReissued(let data):
      Text(
        "certificat \(data.number) délivré, qui remplace \(data.replaces)",
        "certificate \(data.number) issued, which replaces \(data.replaces)")
    case .partialCertificateIssued(let data):
      Text(
        "attestation \(data.number) délivrée : \(Self.list(data.blocks))",
        "partial certificate \(data.number) issued: \(Self.list(data.blocks))")
    case .certificateDuplicated(let data):
      Text("duplicata du certificat \(data.number) remis", "certificate \(data.number) duplicated")
    case .certificationRevoked(let data):
      data.blocks.map {
        Text(
          "certification révoquée, avec \(Self.list($0))",
          "certification revoked, with \(Self.list($0))")
      } ?? Text("certification révoquée", "certification revoked")
    case .awardDeclared(let data):
      Text(
        "déclaration à la Caisse des Dépôts, flux \(data.flow)",
        "declared to the Caisse des Dépôts, flow \(data.flow)")
    case .declarationAnswered(let data):
      switch data.outcome {
      case .accepted:
        Text(
          "déclaration acceptée, flux \(data.flow)", "declaration accepted, flow \(data.flow)")
      case .rejected:
        Text("déclaration rejetée, flux \(data.flow)", "declaration rejected, flow \(data.flow)")
      }
    case .insertionSurveyAnswered(let data):
      switch data.after {
      case .sixMonths:
        Text("réponse à l’enquête à six mois", "survey at six months answered")
      case .twoYears: Text("réponse à l’enquête à deux ans", "survey at two years answered")
      }
    case .juryMemberRecused(let data):
      Text(
        "\(data.member) récusé au jury \(data.jury)",
        "\(data.member) recused from jury \(data.jury)")
    case .candidateSummoned(let data):
      Text("convocation devant \(data.jury)", "summoned to \(data.jury)")
    case .summonsWithdrawn(let data):
      Text("retrait de la convocation devant \(data.jury)", "summons to \(data.jury) withdrawn")
    case .resultNotified(let data):
      Text("résultat de \(data.jury) notifié", "result of \(data.jury) notified")
    case .candidateAbsent(let data):
      data.excused
        ? Text("absence excusée devant \(data.jury)", "absent from \(data.jury), excused")
        : Text("absence devant \(data.jury)", "absent from \(data.jury)")
    case .blockValidated(let data):
      Text("\(data.block) validé par \(data.jury)", "\(data.block) validated by \(data.jury)")
    case .blockRefused(let data):
      Text("\(data.block) refusé par \(data.jury)", "\(data.block) refused by \(data.jury)")
    case .juryRecommended(let data):
      Text("recommandation de \(data.jury)", "recommendation of \(data.jury)")
    case .juryDecisionRevoked(let data):
      Text(
        "décision de \(data.jury) sur \(data.block) révoquée",
        "decision of \(data.jury) on \(data.block) revoked")
    case .decisionAppealed(let data):
      Text(
        "recours contre la décision de \(data.jury) sur \(data.block)",
        "appeal against the decision of \(data.jury) on \(data.block)")
    case .appealDecided(let data):
      switch data.outcome {
      case .stands:
        Text(
          "recours rejeté : la décision de \(data.jury) sur \(data.block) est maintenue",
          "appeal dismissed: the decision of \(data.jury) on \(data.block) is upheld")
      case .falls:
        Text(
          "décision de \(data.jury) sur \(data.block) annulée sur recours",
          "decision of \(data.jury) on \(data.block) overturned on appeal")
      }
    case .certificationRegistered, .registrationRenewed, .certificationWithdrawn,
      .certificationSuperseded, .registrationSuspended, .registrationReinstated,
      .certifierDescribed, .completionWindowPolicyChanged, .blockValidityPolicyChanged,
      .juryPolicyChanged, .candidateRegistered, .candidateIdentityCorrected, .candidateMerged,
      .candidateIdentityErased, .candidateDeceased, .juryMemberIdentityErased, .juryConvened,
      .juryRescheduled, .juryCancelled, .juryAnnulled, .juryMemberAdded, .juryMemberReplaced,
      .juryHeld, .juryDeliberated, .eventAnnulled:
      nil
    }
  }

  private static func list(_ blocks: NonEmpty<BlockCode>) -> String {
    blocks.elements.map(\.text).joined(separator: ", ")
  }
}

extension AdmissibilityDecided {
  fileprivate var sentence: Text {
    guard admissible else { return Text("non recevable", "not admissible") }
    guard let validUntil else { return Text("recevable", "admissible") }
    return Text(
      "recevable jusqu’au \(validUntil.text.french)", "admissible until \(validUntil)")
  }
}

extension DossierKind {
  fileprivate var submitted: Text {
    switch self {
    case .admissibility: Text("dossier de recevabilité déposé", "admissibility dossier submitted")
    case .validation: Text("dossier de validation déposé", "validation dossier submitted")
    case .problemSituation:
      Text("dossier de situation problème déposé", "problem-situation dossier submitted")
    }
  }
}

extension CompetencyAssessed {
  fileprivate var sentence: Text {
    let acquired = results.elements.count { $0.outcome == .acquired }
    let count = Text.count(
      results.elements.count, Text("compétence évaluée", "competency assessed"),
      Text("compétences évaluées", "competencies assessed"))
    return Text(
      "\(count.french), dont \(acquired) \(acquired < 2 ? "acquise" : "acquises")",
      "\(count.english), \(acquired) acquired")
  }
}
