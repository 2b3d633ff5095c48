internal import Events

/// Juries, as the facts record them.
extension NaiveReading {
  /// The days of a session: the last ones planned.
  struct Session {
    let first: CalendarDate
    let last: CalendarDate
  }

  /// A day on which the jury sat, with who was present.
  struct Sitting {
    let day: CalendarDate
    let present: [MemberID]
  }

  func session(_ jury: JuryID) -> Session? {
    var session: Session?
    for entry in facts {
      switch entry.event.fact {
      // A second convening, against R15, changes nothing.
      case .juryConvened(let data) where data.jury == jury && session == nil:
        session = Session(first: data.sessionOn, last: data.sessionTo ?? data.sessionOn)
      case .juryRescheduled(let data) where data.jury == jury:
        session = Session(first: data.sessionOn, last: data.sessionTo ?? data.sessionOn)
      default: continue
      }
    }
    return session
  }

  /// The latest sitting; of one day, the last recorded.
  func sitting(_ jury: JuryID) -> Sitting? {
    var sitting: Sitting?
    for entry in facts {
      if case .juryHeld(let data) = entry.event.fact, data.jury == jury {
        sitting = Sitting(day: entry.event.occurredOn, present: data.present?.elements ?? [])
      }
    }
    return sitting
  }

  /// The members at some moment of a day: convened, added or replacing; not those replaced before it.
  func members(_ jury: JuryID, on day: CalendarDate) -> [JuryMember] {
    var members: [JuryMember] = []
    var isConvened = false
    for entry in facts where entry.event.occurredOn <= day {
      switch entry.event.fact {
      // A second convening, against R15, changes nothing.
      case .juryConvened(let data) where data.jury == jury && !isConvened:
        isConvened = true
        members += data.members?.elements ?? []
      case .juryMemberAdded(let data) where data.jury == jury: members.append(data.by)
      case .juryMemberReplaced(let data) where data.jury == jury:
        if entry.event.occurredOn < day { members.removeAll { $0.member == data.member } }
        members.append(data.by)
      default: continue
      }
    }
    return members
  }

  /// The members once every fact has been applied.
  func membersNow(_ jury: JuryID) -> [MemberID] {
    members(jury, on: .last).map(\.member)
  }

  func isCancelled(_ jury: JuryID) -> Bool {
    facts.contains { entry in
      guard case .juryCancelled(let data) = entry.event.fact else { return false }
      return data.jury == jury
    }
  }

  func isAbsent(_ candidacy: CandidacyID, from jury: JuryID) -> Bool {
    facts.contains { entry in
      guard case .candidateAbsent(let data) = entry.event.fact else { return false }
      return data.jury == jury && data.candidacy == candidacy
    }
  }

  /// The days of the summonses that stand: those since the last one was withdrawn.
  ///
  /// - Parameter end: a withdrawal counts where it comes before; nil: wherever it is.
  func summonses(
    of candidacy: CandidacyID, to jury: JuryID, withdrawnBefore end: When? = nil
  ) -> [CalendarDate] {
    var days: [CalendarDate] = []
    for entry in facts {
      switch entry.event.fact {
      case .candidateSummoned(let data) where data.jury == jury && data.candidacy == candidacy:
        days.append(entry.event.occurredOn)
      case .summonsWithdrawn(let data) where data.jury == jury && data.candidacy == candidacy:
        if end.map({ entry.moment < $0 }) ?? true { days = [] }
      default: continue
      }
    }
    return days
  }
}

extension NaiveJudgement {
  func convened(_ jury: JuryID, _ reading: NaiveReading) -> JuryConvened? {
    for entry in reading.facts {
      if case .juryConvened(let data) = entry.event.fact, data.jury == jury { return data }
    }
    return nil
  }

  /// Whether the jury was convened without its composition.
  func hasUnknownComposition(_ jury: JuryID) -> Bool {
    convened(jury, sameDay).map { $0.members == nil } ?? false
  }

  /// The members recused for that candidacy before this entry.
  private func recused(_ jury: JuryID, _ candidacy: CandidacyID) -> [MemberID] {
    before.facts.compactMap { earlier in
      guard case .juryMemberRecused(let data) = earlier.event.fact, data.jury == jury,
        data.candidacy == candidacy
      else { return nil }
      return data.member
    }
  }

  // MARK: R03

  /// R03: each required role is held by a different person, present at the sitting and neither recused
  /// nor left out of the decision.
  func breaksR03() -> Bool {
    guard let decision, !hasUnknownComposition(decision.jury),
      let pathway = sameDay.pathway(decision.candidacy),
      let framework = framework(of: decision.candidacy)
    else { return false }
    guard let sitting = sameDay.sitting(decision.jury) else { return true }
    let recused = recused(decision.jury, decision.candidacy)
    let members = sameDay.members(decision.jury, on: sitting.day).filter { member in
      sitting.present.contains(member.member) && !recused.contains(member.member)
        && !decision.without.contains(member.member)
    }
    return !fill(roles(framework, pathway, on: day), members)
  }

  /// R03, a finding when the jury is convened: its composition is unknown, or lacks a required role on
  /// every open pathway.
  func breaksR03WhenConvened() -> Bool {
    guard case .juryConvened(let data) = fact,
      let framework = ledger.framework(data.certification)
    else { return false }
    guard let members = data.members else { return true }
    let open = framework.pathways.elements.filter(\.open)
    return !open.contains {
      fill(roles(framework, $0.pathway, on: data.sessionOn), members.elements)
    }
  }

  /// The roles required on a pathway by the policy in force on a day; on a day before every policy, by
  /// the earliest.
  private func roles(
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
  private func fill(_ roles: [JuryRole], _ members: [JuryMember]) -> Bool {
    guard let role = roles.first else { return true }
    return members.contains { member in
      member.role == role
        && fill(Array(roles.dropFirst()), members.filter { $0.member != member.member })
    }
  }

  // MARK: R13

  /// R13: a recused member takes no part: not present at the sitting, or named in `without`; who is
  /// recused, replaced, left out or present is a member at some moment of that day.
  func breaksR13() -> Bool {
    guard let jury, !hasUnknownComposition(jury) else { return false }
    let members = sameDay.members(jury, on: day).map(\.member)
    switch fact {
    case .juryMemberRecused(let data): return !members.contains(data.member)
    case .juryMemberReplaced(let data): return !members.contains(data.member)
    case .juryHeld(let data): return !(data.present?.elements ?? []).allSatisfy(members.contains)
    default: break
    }
    guard let decision else { return false }
    let present = sameDay.sitting(jury)?.present ?? []
    return !decision.without.allSatisfy(members.contains)
      || recused(jury, decision.candidacy).contains {
        present.contains($0) && !decision.without.contains($0)
      }
  }
}
