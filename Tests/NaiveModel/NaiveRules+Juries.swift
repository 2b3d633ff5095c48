internal import Events

extension NaiveJudgement {
  /// R03: each required role is held by a different person, present and neither recused nor left out of
  /// the decision.
  func breaksR03() -> Bool {
    guard let decision, let enrolment = sameDay.enrolment(decision.candidacy),
      let framework = framework(of: decision.candidacy)
    else { return false }
    guard let held = held(decision.jury) else { return true }
    let recused = recused(decision.jury, decision.candidacy)
    let members = members(decision.jury, heldOn: held.day).filter { member in
      held.present.contains(member.member) && !recused.contains(member.member)
        && !decision.without.contains(member.member)
    }
    return !fill(roles(framework, enrolment.pathway, on: day), members)
  }

  /// R03, a finding when the jury is convened: it lacks a required role on every open pathway.
  func breaksR03WhenConvened() -> Bool {
    guard case .juryConvened(let data) = fact,
      let framework = ledger.framework(data.certification)
    else { return false }
    let open = framework.pathways.elements.filter(\.open)
    return !open.contains {
      fill(roles(framework, $0.pathway, on: data.sessionOn), (data.members?.elements ?? []))
    }
  }

  /// The roles required on a pathway by the policy in force on a day; on a day before every policy, by
  /// the earliest.
  func roles(
    _ framework: CertificationRegistered, _ pathway: Pathway, on day: CalendarDate
  ) -> [JuryRole] {
    var policies: [(since: CalendarDate, roles: [JuryRole])] = []
    if let rule = framework.pathways.elements.first(where: { $0.pathway == pathway }),
      let roles = rule.jury
    {
      policies.append((.first, roles.elements))
    }
    for earlier in sameDay.facts {
      guard case .juryPolicyChanged(let data) = earlier.event.fact,
        data.certification == framework.certification,
        data.pathway == nil || data.pathway == pathway
      else { continue }
      policies.append((data.effectiveOn, data.roles.elements))
    }
    var inForce: (since: CalendarDate, roles: [JuryRole])?
    for policy in policies where policy.since <= day {
      if let current = inForce, policy.since < current.since { continue }
      inForce = policy
    }
    let earliest = policies.map(\.since).min()
    return (inForce ?? policies.first { $0.since == earliest })?.roles ?? []
  }

  /// Whether each role can be given to a different person; tries every assignment.
  func fill(_ roles: [JuryRole], _ members: [JuryMember]) -> Bool {
    guard let role = roles.first else { return true }
    return members.contains { member in
      member.role == role
        && fill(Array(roles.dropFirst()), members.filter { $0.member != member.member })
    }
  }

  /// The members by the day of the session: convened, added or replacing; not those replaced before it.
  func members(_ jury: JuryID, heldOn session: CalendarDate) -> [JuryMember] {
    var members: [JuryMember] = []
    for earlier in sameDay.facts where earlier.event.occurredOn <= session {
      switch earlier.event.fact {
      case .juryConvened(let data) where data.jury == jury:
        members += (data.members?.elements ?? [])
      case .juryMemberAdded(let data) where data.jury == jury: members.append(data.by)
      case .juryMemberReplaced(let data) where data.jury == jury:
        if earlier.event.occurredOn < session {
          members.removeAll { $0.member == data.member }
        }
        members.append(data.by)
      default: continue
      }
    }
    return members
  }

  /// The day the jury was held and who was present; of several, the latest.
  func held(_ jury: JuryID) -> (day: CalendarDate, present: [MemberID])? {
    var held: (day: CalendarDate, present: [MemberID])?
    for earlier in sameDay.facts {
      if case .juryHeld(let data) = earlier.event.fact, data.jury == jury {
        held = (earlier.event.occurredOn, data.present?.elements ?? [])
      }
    }
    return held
  }

  /// The members recused for that candidacy.
  func recused(_ jury: JuryID, _ candidacy: CandidacyID) -> [MemberID] {
    sameDay.facts.compactMap { earlier in
      guard case .juryMemberRecused(let data) = earlier.event.fact, data.jury == jury,
        data.candidacy == candidacy
      else { return nil }
      return data.member
    }
  }

  /// R05: a block decision comes from a jury of that certification (or of a version it succeeds),
  /// held on or before that day, to which the candidacy was summoned, and where the candidate was not
  /// absent; a withdrawn summons does not count, a cancelled jury decides nothing.
  func breaksR05() -> Bool {
    guard let decision else { return false }
    var certification: CertificationCode?
    var isSummoned = false
    var isAbsent = false
    var isCancelled = false
    for earlier in sameDay.facts {
      switch earlier.event.fact {
      case .juryConvened(let data) where data.jury == decision.jury:
        if certification == nil { certification = data.certification }
      case .juryCancelled(let data) where data.jury == decision.jury: isCancelled = true
      case .candidateSummoned(let data)
      where data.jury == decision.jury && data.candidacy == decision.candidacy:
        isSummoned = true
      case .summonsWithdrawn(let data)
      where data.jury == decision.jury && data.candidacy == decision.candidacy:
        isSummoned = false
      case .candidateAbsent(let data)
      where data.jury == decision.jury && data.candidacy == decision.candidacy:
        isAbsent = true
      default: continue
      }
    }
    if held(decision.jury) == nil || !isSummoned || isAbsent || isCancelled { return true }
    guard let certification else { return true }
    guard let enrolment = sameDay.enrolment(decision.candidacy) else { return false }
    return !versions(from: certification).contains(enrolment.certification)
  }

  /// The certification and those that succeed it, directly or through others.
  private func versions(from certification: CertificationCode) -> [CertificationCode] {
    var versions = [certification]
    var index = 0
    while index < versions.count {
      for earlier in sameDay.facts {
        if case .certificationSuperseded(let data) = earlier.event.fact,
          data.certification == versions[index], !versions.contains(data.by)
        {
          versions.append(data.by)
        }
      }
      index += 1
    }
    return versions
  }

  /// R12: a VAE candidacy is summoned and decided on with its latest admissibility decision
  /// favourable and still valid on the session's day.
  func breaksR12() -> Bool {
    let jury: JuryID
    let candidacy: CandidacyID
    var session: CalendarDate?
    if let decision {
      (jury, candidacy) = (decision.jury, decision.candidacy)
      session = held(jury)?.day
    } else if case .candidateSummoned(let data) = fact {
      (jury, candidacy) = (data.jury, data.candidacy)
    } else {
      return false
    }
    guard sameDay.enrolment(candidacy)?.pathway == .experience else { return false }
    guard let admissibility = sameDay.admissibility(candidacy), admissibility.admissible else {
      return true
    }
    guard let session = session ?? plannedSession(jury), let last = admissibility.validUntil else {
      return false
    }
    return last < session
  }

  private func plannedSession(_ jury: JuryID) -> CalendarDate? {
    var session: CalendarDate?
    for earlier in sameDay.facts {
      switch earlier.event.fact {
      case .juryConvened(let data) where data.jury == jury: session = data.sessionOn
      case .juryRescheduled(let data) where data.jury == jury: session = data.sessionOn
      default: continue
      }
    }
    return session
  }

  /// R13: a recused member takes no part: not present at that jury, or named in `without`.
  func breaksR13() -> Bool {
    guard let decision else { return false }
    let present = held(decision.jury)?.present ?? []
    return recused(decision.jury, decision.candidacy).contains {
      present.contains($0) && !decision.without.contains($0)
    }
  }
}
