internal import Events
internal import Projections

/// R15 — facts come in order: what is introduced once, what comes first, what may follow a withdrawal.
struct FactsInOrder: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 15),
    sentence: Text(
      "les faits viennent dans l’ordre",
      "facts come in order"),
    source: Text(
      "règle de la maison", "rule of the house"))
  let judges = Set(EventType.allCases)
  let reads: Set<Scope> = [.jury, .certification, .introducedIDs]

  func severity(on type: EventType) -> Severity { .refuses(waivable: false) }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    let day = entry.day
    if entry.recordedOn < day {
      return Violation(
        Text("le \(day) est à venir", "\(day) lies ahead"),
        remedy: Text("un jour passé, ou aujourd’hui", "a day past, or today"))
    }
    if case .eventAnnulled = entry.event.fact { return nil }
    return introducedTwice(entry, state) ?? retroactive(entry)
      ?? withoutItsFramework(entry, state)
      ?? beforeTheFile(entry, state) ?? beforeTheJury(entry, state)
      ?? afterTheEnd(entry, state) ?? awardedTwice(entry, state)
  }

  private func awardedTwice(_ entry: Entry, _ state: JudgingState) -> Violation? {
    guard case .certificationAwarded(let data) = entry.event.fact,
      let record = state.record(of: data.candidacy), let award = record.award,
      record.awardRevoked == nil
    else { return nil }
    return Violation(
      Text(
        "\(data.candidacy) est déjà délivrée, par la position \(award.position)",
        "\(data.candidacy) is awarded already, by position \(award.position)"),
      remedy: Text("rien à délivrer", "nothing to award"))
  }

  private func introducedTwice(_ entry: Entry, _ state: JudgingState) -> Violation? {
    guard case .subject(let subject) = entry.event.fact.payload.introduces,
      let earlier = state.introducedIDs.earlier(than: entry)
    else { return nil }
    switch subject {
    // R14 says so.
    case .certificate: return nil
    case .candidacy, .candidate, .certification, .jury: break
    }
    return Violation(
      Text(
        "\(subject) existe déjà, par la position \(earlier)",
        "\(subject) exists already, by position \(earlier)"),
      remedy: Text(
        "un autre identifiant ; ou une correction, si l’entrée était fausse",
        "another id; or a correction, if the entry was wrong"))
  }

  /// A policy that would bind days already past.
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
        "la règle prendrait effet le \(effectiveOn), avant d’être décidée",
        "the policy would take effect on \(effectiveOn), before it is decided"),
      remedy: Text("effectiveOn=\(entry.day) ou après", "effectiveOn=\(entry.day) or later"))
  }

  /// A fact of a certification whose framework is annulled: no rule could be asked of it.
  private func withoutItsFramework(_ entry: Entry, _ state: JudgingState) -> Violation? {
    let fact = entry.event.fact
    if fact.type == .certificationRegistered { return nil }
    var named = fact.subjects.compactMap { subject in
      if case .certification(let code) = subject { code } else { nil }
    }
    if let own = fact.candidacy.flatMap({ state.enrolment(of: $0)?.certification }) {
      named.append(own)
    }
    guard let code = named.first(where: { state.timeless.frameworks[$0] == nil }) else {
      return nil
    }
    return Violation(
      Text("le référentiel de \(code) est annulé", "the framework of \(code) is annulled"),
      remedy: Text(
        "CertificationRegistered à nouveau, ou l’annulation annulée",
        "CertificationRegistered anew, or the annulment annulled"))
  }

  /// The enrolment is the day the file is opened: nothing lies before that day.
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
      remedy: Text("le jour de l’inscription ou après", "a day on or after the enrolment's"))
  }

  private func beforeTheJury(_ entry: Entry, _ state: JudgingState) -> Violation? {
    guard entry.event.fact.type != .juryConvened, let jury = entry.event.fact.jury,
      state.sameDay.juries[jury]?.certification == nil
    else { return nil }
    return Violation(
      Text(
        "le jury \(jury) n’est pas encore constitué le \(entry.day)",
        "the jury \(jury) is not convened yet on \(entry.day)"),
      remedy: Text("JuryConvened ce jour ou avant", "JuryConvened by that day"))
  }

  private func afterTheEnd(_ entry: Entry, _ state: JudgingState) -> Violation? {
    let type = entry.event.fact.type
    guard let candidacy = entry.event.fact.candidacy, type != .candidateEnrolled else {
      return nil
    }
    let withdrawal = state.record(of: candidacy)?.withdrawal
    if type == .candidacyReopened {
      return withdrawal != nil
        ? nil
        : Violation(
          Text("\(candidacy) n’est pas close", "\(candidacy) is not closed"),
          remedy: Text("rien à rouvrir", "nothing to reopen"))
    }
    guard let withdrawal, !type.mayFollowAWithdrawal else { return nil }
    return Violation(
      Text(
        "\(candidacy) est close depuis le \(withdrawal.day)",
        "\(candidacy) is closed since \(withdrawal.day)"),
      remedy: Text("CandidacyReopened d’abord", "CandidacyReopened first"))
  }
}

extension EventType {
  /// What may come after a withdrawal or a transfer, beside the reopening.
  fileprivate var mayFollowAWithdrawal: Bool {
    switch self {
    case .candidateAbsent, .summonsWithdrawn, .juryDecisionRevoked, .recognitionRevoked,
      .certificationRevoked, .decisionAppealed, .appealDecided, .certificateIssued,
      .certificateReissued, .partialCertificateIssued, .awardDeclared, .declarationAnswered,
      .insertionSurveyAnswered:
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
      .eventAnnulled:
      false
    }
  }
}
