public import Events

// What an entry says happened, in a sentence: one for each type. A fact about a person does not name them:
// who shows it knows whether the name may be shown (`Fact.isAboutPerson`).

extension Fact {
  /// What was recorded: `RNCP38052BC01 validé par J1`, `Jury J1 constitué : session du 18 juin 2026,
  /// 3 membres`. It has codes, ids, numbers and days only.
  public var sentence: Text {
    switch self {
    case .certificationRegistered(let data):
      Text(
        "Certification \(data.certification) enregistrée, \(Text.blocks(data.blocks.elements.count).french)",
        "Certification \(data.certification) registered, \(Text.blocks(data.blocks.elements.count).english)"
      )
    case .registrationRenewed(let data):
      Text(
        "\(data.certification) : nouvelle échéance de l’enregistrement, le \(data.expiresOn.text.french)",
        "\(data.certification): registration renewed until \(data.expiresOn)")
    case .certificationWithdrawn(let data):
      Text(
        "\(data.certification) : retrait de la certification", "\(data.certification): withdrawn")
    case .certificationSuperseded(let data):
      Text(
        "\(data.certification) : remplacée par \(data.by)",
        "\(data.certification): superseded by \(data.by)")
    case .registrationSuspended(let data):
      Text(
        "\(data.certification) : enregistrement suspendu",
        "\(data.certification): registration suspended")
    case .registrationReinstated(let data):
      Text(
        "\(data.certification) : enregistrement rétabli",
        "\(data.certification): registration reinstated")
    case .certifierDescribed(let data):
      Text(
        "Certificateur \(data.certifier.siret.text) décrit",
        "Certifier \(data.certifier.siret.text) described")
    case .completionWindowPolicyChanged(let data):
      policy(
        data.certification,
        Text("délai pour compléter", "completion window"), data.years, data.effectiveOn)
    case .blockValidityPolicyChanged(let data):
      policy(
        data.certification, Text("validité d’un bloc", "validity of a block"), data.years,
        data.effectiveOn)
    case .juryPolicyChanged(let data):
      Text(
        "\(data.certification) : composition des jurys modifiée à compter du \(data.effectiveOn.text.french)",
        "\(data.certification): composition of juries changed from \(data.effectiveOn)")
    case .candidateRegistered: Text("identité enregistrée", "identity registered")
    case .candidateIdentityCorrected: Text("identité corrigée", "identity corrected")
    case .candidateMerged(let data):
      Text(
        "\(data.candidate) et \(data.into) sont la même personne, désormais \(data.into)",
        "\(data.candidate) and \(data.into) are one person, \(data.into) from now on")
    case .candidateIdentityErased: Text("identité effacée", "identity erased")
    case .candidateDeceased: Text("décès enregistré", "death recorded")
    case .juryMemberIdentityErased(let data):
      Text(
        "Identité du membre de jury \(data.member) effacée",
        "Identity of jury member \(data.member) erased")
    case .juryConvened(let data): data.sentence
    case .juryRescheduled(let data):
      Text(
        "Jury \(data.jury) : session reportée, \(Text.session(data.sessionOn, data.sessionTo).french)",
        "Jury \(data.jury): rescheduled, \(Text.session(data.sessionOn, data.sessionTo).english)")
    case .juryCancelled(let data):
      Text("Jury \(data.jury) : session décommandée", "Jury \(data.jury): session cancelled")
    case .juryAnnulled(let data):
      Text(
        "Jury \(data.jury) annulé, ses décisions tombent",
        "Jury \(data.jury) annulled, its decisions fall")
    case .juryMemberAdded(let data):
      Text(
        "Jury \(data.jury) : \(data.by.member) ajouté, \(data.by.role.text.french)",
        "Jury \(data.jury): \(data.by.member) added, \(data.by.role.text.english)")
    case .juryMemberReplaced(let data):
      Text(
        "Jury \(data.jury) : \(data.member) remplacé par \(data.by.member), \(data.by.role.text.french)",
        "Jury \(data.jury): \(data.member) replaced by \(data.by.member), \(data.by.role.text.english)"
      )
    case .juryHeld(let data): data.sentence
    case .juryDeliberated(let data):
      Text("Jury \(data.jury) : procès-verbal signé", "Jury \(data.jury): minutes signed")
    case .candidateEnrolled, .prerequisiteVerified, .selectionTestTaken, .selectionInterviewHeld,
      .positioningTestTaken, .admissibilityDecided, .dossierSubmitted, .trainingStarted,
      .trainingCompleted, .competencyAssessed, .candidacyWithdrawn, .candidacyTransferred,
      .candidacyReopened, .pathwayChanged, .completionWindowExtended, .priorValidationRecognised,
      .recognitionRevoked, .certificationAwarded, .certificateIssued, .certificateReissued,
      .partialCertificateIssued, .certificateDuplicated, .certificationRevoked, .awardDeclared,
      .declarationAnswered, .insertionSurveyAnswered, .juryMemberRecused, .candidateSummoned,
      .summonsWithdrawn, .resultNotified, .candidateAbsent, .blockValidated, .blockRefused,
      .juryRecommended, .juryDecisionRevoked, .decisionAppealed, .appealDecided:
      candidacySentence ?? type.text
    case .eventAnnulled: Text("entrée annulée", "entry annulled")
    }
  }

  /// Whether the sentence is about a person, and does not name them.
  public var isAboutPerson: Bool {
    if case .candidateMerged = self { return false }
    return person != nil
  }

  private func policy(
    _ code: CertificationCode, _ name: Text, _ years: Count?, _ day: CalendarDate
  ) -> Text {
    let length =
      years.map { Text.count($0.value, Text("an", "year"), Text("ans", "years")) }
      ?? Text("sans limite", "no limit")
    return Text(
      "\(code) : \(name.french), \(length.french) à compter du \(day.text.french)",
      "\(code): \(name.english), \(length.english) from \(day)")
  }
}

extension JuryConvened {
  fileprivate var sentence: Text {
    let session = Text.session(sessionOn, sessionTo)
    let seats =
      members.map {
        Text.count(
          $0.elements.count, Text("membre", "member"), Text("membres", "members"))
      } ?? Text("composition inconnue", "composition unknown")
    return Text(
      "Jury \(jury) constitué : \(session.french), \(seats.french)",
      "Jury \(jury) convened: \(session.english), \(seats.english)")
  }
}

extension JuryHeld {
  fileprivate var sentence: Text {
    guard let present else { return Text("Jury \(jury) : session tenue", "Jury \(jury): held") }
    let count = Text.count(
      present.elements.count, Text("membre présent", "member present"),
      Text("membres présents", "members present"))
    return Text(
      "Jury \(jury) : session tenue, \(count.french)", "Jury \(jury): held, \(count.english)")
  }
}

extension Text {
  fileprivate static func blocks(_ count: Int) -> Text {
    Text.count(count, .block)
  }

  fileprivate static func session(_ first: CalendarDate, _ last: CalendarDate?) -> Text {
    guard let last, last != first else {
      return Text("session du \(first.text.french)", "session of \(first)")
    }
    return Text(
      "session du \(first.text.french) au \(last.text.french)", "session from \(first) to \(last)")
  }
}
