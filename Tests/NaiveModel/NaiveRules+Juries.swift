internal import Events

extension NaiveJudgement {
  // MARK: R05

  /// R05: a block decision comes from a jury of that certification or of a version of it, held on or
  /// before that day, to which the candidacy was summoned, enrolled and summoned by its last session
  /// day, and where the candidate was not absent; a jury cancelled or annulled decides nothing.
  func breaksR05() -> Bool {
    guard let decision else { return false }
    let (jury, candidacy) = (decision.jury, decision.candidacy)
    guard let convened = convened(jury, sameDay), let session = sameDay.session(jury),
      sameDay.sitting(jury) != nil
    else { return true }
    if before.isAbsent(candidacy, from: jury) || before.isCancelled(jury)
      || before.isAnnulled(jury)
    {
      return true
    }
    let summonses = sameDay.summonses(of: candidacy, to: jury, withdrawnBefore: entry.moment)
    guard summonses.contains(where: { $0 <= session.last }) else { return true }
    guard let enrolled = enrolledOn(candidacy), let enrolment = sameDay.enrolment(candidacy)
    else { return false }
    return enrolled > session.last
      || !sameDay.areVersions(convened.certification, enrolment.certification)
  }

  private func enrolledOn(_ candidacy: CandidacyID) -> CalendarDate? {
    for entry in sameDay.facts {
      if case .candidateEnrolled(let data) = entry.event.fact, data.candidacy == candidacy {
        return entry.event.occurredOn
      }
    }
    return nil
  }

  // MARK: R12

  /// R12: a VAE candidacy is summoned and decided on where its latest decision is favourable, and a
  /// favourable one, made by the session's day, is still valid on it; an admissibility decision is for
  /// VAE candidacies alone.
  func breaksR12() -> Bool {
    let jury: JuryID
    let candidacy: CandidacyID
    var sessionDay: CalendarDate?
    if case .admissibilityDecided(let data) = fact {
      // Being on the VAE pathway may be of the same day, before the entry or by a change after it.
      let pathways = [pathway(of: data.candidacy), sameDay.pathway(data.candidacy)]
      return pathways != [nil, nil] && !pathways.contains(.experience)
    } else if let decision {
      (jury, candidacy) = (decision.jury, decision.candidacy)
      sessionDay = sameDay.sitting(jury)?.day
    } else if case .candidateSummoned(let data) = fact {
      (jury, candidacy) = (data.jury, data.candidacy)
    } else {
      return false
    }
    guard sameDay.pathway(candidacy) == .experience else { return false }
    // An unfavourable one counts where it comes before.
    let decisions = sameDay.admissibilities(candidacy).filter { decision in
      decision.isFavourable
        || decision.position.map { When(day: decision.day, position: $0) < entry.moment } ?? true
    }
    guard decisions.last?.isFavourable == true else { return true }
    guard let sessionDay = sessionDay ?? sameDay.session(jury)?.first else { return false }
    return !decisions.contains { $0.isValid(on: sessionDay) }
  }

  // MARK: R24

  /// R24: a jury's papers are those of one session.
  func breaksR24() -> Bool {
    if case .juryConvened(let data) = fact {
      return data.sessionOn < day || data.sessionTo.map { $0 < data.sessionOn } ?? false
    }
    // R15 judges a fact of a jury that is not convened.
    guard let jury, let convened = convened(jury, sameDay), let session = sameDay.session(jury)
    else { return false }
    let isOver = before.isCancelled(jury) || before.isAnnulled(jury)
    switch fact {
    case .juryRescheduled(let data):
      return isOver || before.sitting(jury) != nil
        || data.sessionTo.map { $0 < data.sessionOn } ?? false
        || data.sessionOn < convenedOn(jury)
    case .juryCancelled: return before.sitting(jury) != nil
    case .juryAnnulled: return sameDay.sitting(jury) == nil || before.isAnnulled(jury)
    case .juryMemberAdded(let data): return before.membersNow(jury).contains(data.by.member)
    case .juryHeld:
      return isOver || day < session.first || session.last < day
        || before.sitting(jury)?.day == day
    case .juryDeliberated: return sameDay.sitting(jury) == nil || isDeliberated(jury)
    case .candidateSummoned(let data):
      if isOver || session.last < day || before.isAbsent(data.candidacy, from: jury) {
        return true
      }
      guard let enrolment = sameDay.enrolment(data.candidacy) else { return false }
      return !sameDay.areVersions(convened.certification, enrolment.certification)
    case .summonsWithdrawn(let data): return !isSummoned(data.candidacy, to: jury)
    case .candidateAbsent(let data):
      return !isSummoned(data.candidacy, to: jury) || day < session.first
        || hasDecided(jury, on: data.candidacy)
    // The text names only what answers a summons; what names a candidacy that the jury never met
    // answers nothing.
    case .resultNotified(let data): return !hasMet(jury, data.candidacy)
    case .juryRecommended(let data): return !hasMet(jury, data.candidacy)
    default: return false
    }
  }

  /// Whether the jury summoned the candidacy or decided on it by that day.
  private func hasMet(_ jury: JuryID, _ candidacy: CandidacyID) -> Bool {
    sameDay.facts.contains { entry in
      switch entry.event.fact {
      case .candidateSummoned(let data): data.jury == jury && data.candidacy == candidacy
      case .blockValidated(let data): data.jury == jury && data.candidacy == candidacy
      case .blockRefused(let data): data.jury == jury && data.candidacy == candidacy
      default: false
      }
    }
  }

  private func convenedOn(_ jury: JuryID) -> CalendarDate {
    for entry in sameDay.facts {
      if case .juryConvened(let data) = entry.event.fact, data.jury == jury {
        return entry.event.occurredOn
      }
    }
    return .first
  }

  /// Whether a summons of that day or before stands; a withdrawal counts where it comes before.
  private func isSummoned(_ candidacy: CandidacyID, to jury: JuryID) -> Bool {
    !sameDay.summonses(of: candidacy, to: jury, withdrawnBefore: entry.moment).isEmpty
  }

  private func isDeliberated(_ jury: JuryID) -> Bool {
    before.facts.contains { earlier in
      guard case .juryDeliberated(let data) = earlier.event.fact else { return false }
      return data.jury == jury
    }
  }

  /// Whether a decision of the jury on the candidacy is in force.
  private func hasDecided(_ jury: JuryID, on candidacy: CandidacyID) -> Bool {
    before.facts.contains { earlier in
      let block: BlockCode
      switch earlier.event.fact {
      case .blockValidated(let data) where data.jury == jury && data.candidacy == candidacy:
        block = data.block
      case .blockRefused(let data) where data.jury == jury && data.candidacy == candidacy:
        block = data.block
      default: return false
      }
      return before.decisions(candidacy, block).contains { $0.jury == jury && $0.stands }
    }
  }

  // MARK: R31

  /// R31: a decision more than two months after the jury's last session day.
  func breaksR31() -> Bool {
    guard let decision, let session = sameDay.session(decision.jury) else { return false }
    return session.last.adding(months: 2) < day
  }
}
