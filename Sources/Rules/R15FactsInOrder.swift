internal import Events
internal import Projections

/// R15 — facts come in order: what is introduced once, what comes first, what may follow a withdrawal.
struct FactsInOrder: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 15),
    sentence: Text(
      "les faits se suivent dans l’ordre : rien avant l’inscription, rien après un abandon ou un transfert sauf ce qui peut les suivre, aucun changement de voie après la délivrance, aucun fait postérieur au jour de son enregistrement ; un identifiant n’est introduit qu’une fois",
      "facts come in order: nothing before enrolment, nothing after a withdrawal or transfer but what may follow it, no change of pathway after the award, no fact later than the day it is recorded; an id is introduced once"
    ),
    source: Text(
      "règle interne", "house rule"))
  let judges = Set(EventType.allCases)
  let reads: Set<Scope> = [.jury, .certification, .introducedIDs]

  func severity(on type: EventType) -> Severity { .refuses(waivable: false) }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    let day = entry.day
    if entry.recordedOn < day {
      return Violation(
        Text(
          "le fait est daté du \(day.text.french), après le jour où il est enregistré, le \(entry.recordedOn.text.french)",
          "the fact is dated \(day), after the day it is recorded, \(entry.recordedOn)"),
        remedy: Text(
          "un jour au plus tard le \(entry.recordedOn.text.french)",
          "a day no later than \(entry.recordedOn)"))
    }
    if case .eventAnnulled = entry.event.fact { return nil }
    return introducedTwice(entry, state) ?? retroactive(entry)
      ?? beforeTheFile(entry, state) ?? beforeTheJury(entry, state)
      ?? afterTheEnd(entry, state) ?? awardedTwice(entry, state)
      ?? pathwayOfAnAward(entry, state)
  }

  private func awardedTwice(_ entry: Entry, _ state: JudgingState) -> Violation? {
    guard case .certificationAwarded(let data) = entry.event.fact,
      let award = state.before.awardInForce(of: data.candidacy)
    else { return nil }
    return Violation(
      Text(
        "la certification de \(data.candidacy) est déjà délivrée (position \(award.position))",
        "the certification of \(data.candidacy) is already awarded (position \(award.position))"),
      remedy: Text(
        "rien de plus à enregistrer : la délivrance l’est déjà",
        "no other entry, for the award is already recorded"))
  }

  private func introducedTwice(_ entry: Entry, _ state: JudgingState) -> Violation? {
    guard case .subject(let subject) = entry.event.fact.payload.introduces,
      let earlier = state.introducedIDs.earlier(than: entry)
    else { return nil }
    switch subject {
    // Reported by R14.
    case .certificate: return nil
    case .candidacy, .candidate, .certification, .jury, .certifier, .member: break
    }
    return Violation(
      Text(
        "\(subject.text.french) existe déjà (position \(earlier))",
        "\(subject) already exists (position \(earlier))"),
      remedy: Text(
        "un autre identifiant, ou la correction de cette entrée si elle est fausse",
        "another id, or a correction of that entry if it is wrong"))
  }

  /// The violation of a policy that would take effect before the day it is decided.
  private func retroactive(_ entry: Entry) -> Violation? {
    let effectiveOn: CalendarDate
    if case .completionWindowPolicyChanged(let data) = entry.event.fact {
      effectiveOn = data.effectiveOn
    } else if case .blockValidityPolicyChanged(let data) = entry.event.fact {
      effectiveOn = data.effectiveOn
    } else if case .juryPolicyChanged(let data) = entry.event.fact {
      effectiveOn = data.effectiveOn
    } else {
      return nil
    }
    guard effectiveOn < entry.day else { return nil }
    return Violation(
      Text(
        "la politique prendrait effet le \(effectiveOn.text.french), avant le jour où elle est décidée",
        "the policy would take effect on \(effectiveOn), before the day it is decided"),
      remedy: Text(
        "dans `effectiveOn`, le \(entry.day.text.french) ou un jour suivant",
        "effectiveOn=\(entry.day) or later"))
  }

  /// The violation of a change of pathway while an award is in force.
  private func pathwayOfAnAward(_ entry: Entry, _ state: JudgingState) -> Violation? {
    guard case .pathwayChanged(let data) = entry.event.fact,
      let award = state.before.awardInForce(of: data.candidacy)
    else { return nil }
    return Violation(
      Text(
        "la certification de \(data.candidacy) est délivrée (position \(award.position)) : sa voie ne change plus",
        "the certification of \(data.candidacy) is awarded (position \(award.position)): its pathway changes no more"
      ),
      remedy: Text(
        "aucun changement de voie tant que la délivrance n’est pas révoquée",
        "no change of pathway unless the award is revoked"))
  }

  /// The violation of a fact dated before the enrolment, or of an enrolment after a fact.
  private func beforeTheFile(_ entry: Entry, _ state: JudgingState) -> Violation? {
    guard let candidacy = entry.event.fact.candidacy else { return nil }
    let isBefore: Bool
    if case .candidateEnrolled = entry.event.fact {
      isBefore = state.hasFacts(of: candidacy, before: entry.day)
    } else {
      isBefore = state.enrolment(of: candidacy) == nil
    }
    guard isBefore else { return nil }
    return Violation(
      Text(
        "un fait de \(candidacy) précéderait son inscription",
        "a fact of \(candidacy) would come before its enrolment"),
      remedy: Text(
        "une inscription (CandidateEnrolled) au plus tard le jour du fait",
        "an enrolment (CandidateEnrolled) no later than the day of the fact"))
  }

  private func beforeTheJury(_ entry: Entry, _ state: JudgingState) -> Violation? {
    guard entry.event.fact.type != .juryConvened, let jury = entry.event.fact.jury,
      state.sameDay.juries[jury]?.certification == nil
    else { return nil }
    return Violation(
      Text(
        "le jury \(jury) n’est pas encore constitué le \(entry.day.text.french)",
        "jury \(jury) is not yet convened on \(entry.day)"),
      remedy: Text(
        "la constitution du jury (JuryConvened) ce jour-là ou avant",
        "the jury convened (JuryConvened) on or before that day"))
  }

  private func afterTheEnd(_ entry: Entry, _ state: JudgingState) -> Violation? {
    let type = entry.event.fact.type
    guard let candidacy = entry.event.fact.candidacy, type != .candidateEnrolled else {
      return nil
    }
    let withdrawal = state.before.withdrawal(of: candidacy)
    if type == .candidacyReopened {
      return withdrawal != nil
        ? nil
        : Violation(
          Text(
            "la candidature \(candidacy) n’est ni abandonnée ni transférée",
            "\(candidacy) is neither withdrawn nor transferred"),
          remedy: Text(
            "aucune réouverture : la candidature est en cours",
            "no reopening, for the candidacy is not closed"))
    }
    guard let withdrawal, !type.mayFollowAWithdrawal else { return nil }
    return Violation(
      Text(
        "la candidature \(candidacy) est abandonnée ou transférée depuis le \(withdrawal.day.text.french)",
        "\(candidacy) has been withdrawn or transferred since \(withdrawal.day)"),
      remedy: Text(
        "la réouverture d’abord (CandidacyReopened)", "the reopening first (CandidacyReopened)"))
  }
}

extension EventType {
  /// Whether it may follow a withdrawal or a transfer; the reopening is judged apart.
  fileprivate var mayFollowAWithdrawal: Bool {
    switch self {
    case .candidateAbsent, .summonsWithdrawn, .juryDecisionRevoked, .recognitionRevoked,
      .certificationRevoked, .decisionAppealed, .appealDecided, .certificateIssued,
      .certificateReissued, .certificateDuplicated, .partialCertificateIssued, .awardDeclared,
      .declarationAnswered, .insertionSurveyAnswered, .resultNotified, .juryRecommended:
      true
    case .certificationRegistered, .registrationRenewed, .certificationWithdrawn,
      .certificationSuperseded, .completionWindowPolicyChanged, .blockValidityPolicyChanged,
      .juryPolicyChanged, .candidateRegistered, .candidateIdentityCorrected, .candidateMerged,
      .candidateIdentityErased, .candidateEnrolled, .prerequisiteVerified, .selectionTestTaken,
      .selectionInterviewHeld, .positioningTestTaken, .admissibilityDecided, .dossierSubmitted,
      .trainingStarted, .trainingCompleted, .competencyAssessed, .candidacyWithdrawn,
      .candidacyTransferred, .candidacyReopened, .completionWindowExtended,
      .priorValidationRecognised, .certificationAwarded, .juryConvened, .juryRescheduled,
      .juryCancelled, .juryMemberAdded, .juryMemberReplaced, .juryMemberRecused,
      .candidateSummoned, .juryHeld, .blockValidated, .blockRefused, .juryDeliberated,
      .eventAnnulled, .registrationSuspended, .registrationReinstated, .certifierDescribed,
      .candidateDeceased, .juryMemberIdentityErased, .pathwayChanged, .juryAnnulled:
      false
    }
  }
}
