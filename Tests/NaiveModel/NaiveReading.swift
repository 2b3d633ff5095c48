internal import Events

/// The facts that count on the day; every question reads them all again.
package struct NaiveReading {
  let model: NaiveLedger
  let facts: [Envelope]

  var day: CalendarDate { model.day }

  /// The first enrolment of a candidacy.
  func enrolment(_ id: CandidacyID) -> CandidateEnrolled? {
    for entry in facts {
      if case .candidateEnrolled(let data) = entry.event.fact, data.candidacy == id { return data }
    }
    return nil
  }

  /// The candidacies that complete this one, each by its first enrolment.
  func continuations(_ id: CandidacyID) -> [CandidacyID] {
    var ids: [CandidacyID] = []
    for entry in facts {
      if case .candidateEnrolled(let data) = entry.event.fact, !ids.contains(data.candidacy),
        data.candidacy != id && enrolment(data.candidacy)?.completes == id
      {
        ids.append(data.candidacy)
      }
    }
    return ids
  }

  /// The candidacies linked by `completes`, directly or through others, itself included.
  func family(_ id: CandidacyID) -> [CandidacyID] {
    var family = [id]
    var index = 0
    while index < family.count {
      let earlier = enrolment(family[index])?.completes
      for other in continuations(family[index]) + [earlier].compactMap({ $0 })
      where !family.contains(other) {
        family.append(other)
      }
      index += 1
    }
    return family
  }

  func isWithdrawn(_ id: CandidacyID) -> Bool {
    var withdrawn = false
    for entry in facts {
      switch entry.event.fact {
      case .candidacyWithdrawn(let data) where data.candidacy == id: withdrawn = true
      case .candidacyTransferred(let data) where data.candidacy == id: withdrawn = true
      case .candidacyReopened(let data) where data.candidacy == id: withdrawn = false
      default: continue
      }
    }
    return withdrawn
  }

  /// The latest admissibility decision.
  func admissibility(_ id: CandidacyID) -> AdmissibilityDecided? {
    var latest: AdmissibilityDecided?
    for entry in facts {
      if case .admissibilityDecided(let data) = entry.event.fact, data.candidacy == id {
        latest = data
      }
    }
    return latest
  }

  enum Award { case none, awarded, revoked }

  func award(_ id: CandidacyID) -> Award {
    var award = Award.none
    for entry in facts {
      switch entry.event.fact {
      case .certificationAwarded(let data) where data.candidacy == id: award = .awarded
      case .certificationRevoked(let data) where data.candidacy == id && award == .awarded:
        award = .revoked
      default: continue
      }
    }
    return award
  }

  /// The certificate in force for the whole certification.
  func certificate(_ id: CandidacyID) -> (number: CertificateNumber, day: CalendarDate)? {
    var current: (number: CertificateNumber, day: CalendarDate)?
    var isAwarded = false
    var isRevoked = false
    for entry in facts {
      switch entry.event.fact {
      case .certificationAwarded(let data) where data.candidacy == id:
        // A new award after a revoked one has a certificate of its own.
        if isRevoked { current = nil }
        isAwarded = true
        isRevoked = false
      case .certificationRevoked(let data) where data.candidacy == id:
        if isAwarded { isRevoked = true }
      case .certificateIssued(let data) where data.candidacy == id:
        current = (data.number, entry.event.occurredOn)
      case .certificateReissued(let data) where data.candidacy == id:
        if current?.number == data.replaces { current = (data.number, entry.event.occurredOn) }
      default: continue
      }
    }
    return current
  }

  func isPrepared(_ id: CandidacyID) -> Bool {
    facts.contains { entry in
      switch entry.event.fact {
      case .trainingStarted(let data): data.candidacy == id
      case .dossierSubmitted(let data): data.candidacy == id && data.kind != .admissibility
      case .competencyAssessed(let data): data.candidacy == id
      default: false
      }
    }
  }

  /// Whether it is summoned to a jury that is not cancelled and has not decided, noted an absence or
  /// withdrawn the summons.
  func awaitsJury(_ id: CandidacyID) -> Bool {
    var summonses: Set<JuryID> = []
    var over: Set<JuryID> = []
    for entry in facts {
      switch entry.event.fact {
      case .candidateSummoned(let data) where data.candidacy == id: summonses.insert(data.jury)
      case .summonsWithdrawn(let data) where data.candidacy == id: summonses.remove(data.jury)
      case .candidateAbsent(let data) where data.candidacy == id: over.insert(data.jury)
      case .blockValidated(let data) where data.candidacy == id: over.insert(data.jury)
      case .blockRefused(let data) where data.candidacy == id: over.insert(data.jury)
      case .juryCancelled(let data): over.insert(data.jury)
      default: continue
      }
    }
    return !summonses.isSubset(of: over)
  }

  /// The latest outcome of each competency.
  func outcomes(_ id: CandidacyID) -> [CompetencyCode: (outcome: AssessmentOutcome, when: When)] {
    var outcomes: [CompetencyCode: (outcome: AssessmentOutcome, when: When)] = [:]
    for entry in facts {
      guard case .competencyAssessed(let data) = entry.event.fact, data.candidacy == id
      else { continue }
      for result in data.results.elements {
        outcomes[result.competency] = (result.outcome, entry.moment)
      }
    }
    return outcomes
  }

  // MARK: Policies

  /// The limit in force on a day: the latest change in effect, else the framework's.
  func limit(
    of certification: CertificationCode, on day: CalendarDate, framework: TimeLimit,
    _ change: (Fact) -> (CertificationCode, CalendarDate, TimeLimit)?
  ) -> TimeLimit {
    var limit = framework
    var since: CalendarDate?
    for entry in facts {
      guard let (code, effectiveOn, changed) = change(entry.event.fact), code == certification,
        effectiveOn <= day, since.map({ $0 <= effectiveOn }) ?? true
      else { continue }
      limit = changed
      since = effectiveOn
    }
    return limit
  }

  func blockValidity(_ framework: CertificationRegistered, on day: CalendarDate) -> TimeLimit {
    limit(of: framework.certification, on: day, framework: framework.blockValidity) { fact in
      guard case .blockValidityPolicyChanged(let data) = fact else { return nil }
      return (data.certification, data.effectiveOn, TimeLimit(years: data.years, basis: data.basis))
    }
  }

  func completionWindow(_ framework: CertificationRegistered, on day: CalendarDate) -> TimeLimit {
    limit(of: framework.certification, on: day, framework: framework.completionWindow) { fact in
      guard case .completionWindowPolicyChanged(let data) = fact else { return nil }
      return (data.certification, data.effectiveOn, TimeLimit(years: data.years, basis: data.basis))
    }
  }
}
