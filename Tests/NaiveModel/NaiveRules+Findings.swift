internal import Events
internal import Projections

/// Findings on an entry at its place.
extension NaiveJudgement {
  /// R18: a training shorter than the framework's hours for that public, unless a positioning test
  /// adjusted the path or it completes an earlier candidacy; none are asked of who has no public, nor
  /// of free and VAE candidates.
  func breaksR18() -> Bool {
    guard case .trainingCompleted(let data) = fact,
      let enrolment = sameDay.enrolment(data.candidacy), enrolment.completes == nil,
      let framework = framework(of: data.candidacy), let audience = audience(of: data.candidacy)
    else { return false }
    let pathway = pathway(of: data.candidacy)
    if pathway == .individual || pathway == .experience { return false }
    let isAdjusted = before.facts.contains { earlier in
      guard case .positioningTestTaken(let test) = earlier.event.fact else { return false }
      return test.candidacy == data.candidacy && test.adjusted
    }
    if isAdjusted { return false }
    let programmes = (framework.training?.elements ?? []).filter { $0.audience == audience }
    let centre = data.centreHours.value * 60 + (data.centreMinutes?.value ?? 0)
    let company = (data.companyHours?.value ?? 0) * 60 + (data.companyMinutes?.value ?? 0)
    return !programmes.isEmpty
      && programmes.allSatisfy { programme in
        centre < programme.centreHours.value * 60
          || company < (programme.companyHours?.value ?? 0) * 60
      }
  }

  /// R19: a second window for the same person and certification, or for a version of it.
  func breaksR19() -> Bool {
    switch fact {
    case .blockValidated, .priorValidationRecognised: break
    default: return false
    }
    guard let candidacy, let enrolment = sameDay.enrolment(candidacy) else { return false }
    let after = NaiveReading(model: ledger, facts: before.facts + [entry], day: day)
    guard before.answer(candidacy)?.window.status == CompletionWindow.Status.none,
      let opened = after.answer(candidacy), opened.window.status != .none
    else { return false }
    let family = before.family(candidacy)
    let others = versions(
      than: candidacy, of: enrolment.candidate, for: enrolment.certification)
    return others.contains { other in
      guard !family.contains(other), let answer = before.answer(other) else { return false }
      return answer.window.status != .none
    }
  }

  /// R20: an award resting on documents alone, no jury in the ledger.
  func breaksR20() -> Bool {
    guard case .certificationAwarded(let data) = fact else { return false }
    let held = before.blocksHeld(data.candidacy).compactMap { before.holding(data.candidacy, $0) }
    return !held.isEmpty
      && held.allSatisfy { before.origin($0.decision, $0.block).jury == nil }
  }

  /// R29: a second admissibility dossier of that person for that certification in one calendar year,
  /// both submitted on or after 2024-01-01.
  func breaksR29() -> Bool {
    guard case .dossierSubmitted(let data) = fact, data.kind == .admissibility,
      day >= .experienceDeadlines, pathway(of: data.candidacy) == .experience,
      let enrolment = sameDay.enrolment(data.candidacy),
      framework(of: data.candidacy)?.register == .rncp
    else { return false }
    return before.facts.contains { earlier in
      guard case .dossierSubmitted(let other) = earlier.event.fact, other.kind == .admissibility,
        earlier.event.occurredOn.components.year == day.components.year,
        let first = before.enrolment(other.candidacy)
      else { return false }
      return first.certification == enrolment.certification
        && ledger.person(first.candidate) == ledger.person(enrolment.candidate)
    }
  }
}

/// Findings that depend on the day asked.
extension NaiveReading {
  func findings() -> Set<NaiveFinding> {
    awardFindings().union(dossierFindings()).union(notificationFindings())
      .union(recognitionFindings())
  }

  private func isOwnerDeceased(_ id: CandidacyID) -> Bool {
    enrolment(id).map { isDeceased($0.candidate) } ?? false
  }

  /// R08: an award with a block no longer held breaks it from that day. R21: not accepted by the Caisse
  /// des Dépôts within three months. R26: whose holder is not registered.
  private func awardFindings() -> Set<NaiveFinding> {
    var findings: Set<NaiveFinding> = []
    for id in candidacies {
      guard let award = awardInForce(id), let enrolment = enrolment(id),
        model.framework(enrolment.certification) != nil
      else { continue }
      if lacksBlocks(id) { findings.insert(NaiveFinding(8, award)) }
      if isOwnerDeceased(id) { continue }
      if declaration(id)?.isLate == true { findings.insert(NaiveFinding(21, award)) }
      let isRegistered = facts.contains { entry in
        guard case .candidateRegistered(let data) = entry.event.fact else { return false }
        return model.person(data.candidate) == model.person(enrolment.candidate)
      }
      if !isRegistered, award.event.occurredOn >= .declarationsOwed {
        findings.insert(NaiveFinding(26, award))
      }
    }
    return findings
  }

  /// R27: no sitting of a jury to which the candidacy is summoned, from the validation dossier's day to
  /// the last day of the third calendar month after it.
  private func dossierFindings() -> Set<NaiveFinding> {
    var findings: Set<NaiveFinding> = []
    for entry in facts {
      guard case .dossierSubmitted(let data) = entry.event.fact, data.kind == .validation,
        entry.event.occurredOn >= .experienceDeadlines
      else { continue }
      let id = data.candidacy
      let submitted = entry.event.occurredOn
      let lastDay = submitted.endOfThirdMonthAfter
      let byThen = NaiveReading(
        model: model, facts: facts.filter { $0.event.occurredOn <= lastDay }, day: lastDay)
      guard lastDay < day, atTheEndOfDay(of: entry).isExperienceOfRNCP(id), !byThen.isWithdrawn(id),
        !isOwnerDeceased(id)
      else { continue }
      let isHeard = byThen.facts.contains { other in
        guard case .juryHeld(let sitting) = other.event.fact else { return false }
        return submitted <= other.event.occurredOn
          && !summonses(of: id, to: sitting.jury).isEmpty
      }
      if !isHeard { findings.insert(NaiveFinding(27, entry)) }
    }
    return findings
  }

  /// R28: no result notified from a jury's last decision on the candidacy to the fifteenth day after.
  private func notificationFindings() -> Set<NaiveFinding> {
    struct Pair: Hashable {
      let jury: JuryID
      let candidacy: CandidacyID
    }
    var last: [Pair: Envelope] = [:]
    for entry in facts {
      switch entry.event.fact {
      case .blockValidated(let data):
        last[Pair(jury: data.jury, candidacy: data.candidacy)] = entry
      case .blockRefused(let data):
        last[Pair(jury: data.jury, candidacy: data.candidacy)] = entry
      default: continue
      }
    }
    var findings: Set<NaiveFinding> = []
    for (pair, entry) in last {
      let decided = entry.event.occurredOn
      let lastDay = decided.adding(days: 15)
      guard decided >= .experienceDeadlines, lastDay < day, !isAnnulled(pair.jury),
        atTheEndOfDay(of: entry).isExperienceOfRNCP(pair.candidacy),
        !isOwnerDeceased(pair.candidacy)
      else { continue }
      let isNotified = facts.contains { other in
        guard case .resultNotified(let data) = other.event.fact else { return false }
        return data.jury == pair.jury && data.candidacy == pair.candidacy
          && decided <= other.event.occurredOn && other.event.occurredOn <= lastDay
      }
      if !isNotified { findings.insert(NaiveFinding(28, entry)) }
    }
    return findings
  }

  /// R30: a block held by a recognition whose source no longer stands, or stands under a revoked award
  /// that named no blocks.
  private func recognitionFindings() -> Set<NaiveFinding> {
    var findings: Set<NaiveFinding> = []
    for id in candidacies {
      for block in framework(of: id)?.blocks.elements ?? [] {
        guard let held = holding(id, block.code), !held.isCarried,
          case .recognition(let data) = held.decision.kind,
          data.basis == .permanent || data.basis == .correspondence,
          let source = data.source.candidacy
        else { continue }
        let stands = holding(source, data.source.block ?? data.block, expiredToo: true) != nil
        if !stands || isUnderRevokedAward(source) {
          findings.insert(
            NaiveFinding(position: held.decision.when.position.number, rule: 30))
        }
      }
    }
    return findings
  }
}

extension NaiveFinding {
  fileprivate init(_ rule: Int, _ entry: Envelope) {
    self.init(position: entry.position.number, rule: rule)
  }
}
