internal import Events

/// The facts that count on the day; every question reads them all again.
package struct NaiveReading {
  let model: NaiveLedger
  let facts: [Envelope]
  /// The day asked.
  let day: CalendarDate

  /// What was so just before a moment, on its day.
  func before(_ when: When) -> NaiveReading {
    NaiveReading(model: model, facts: facts.filter { $0.moment < when }, day: when.day)
  }

  /// The reading of what was so at the end of the day of an entry.
  func atTheEndOfDay(of entry: Envelope) -> NaiveReading {
    NaiveReading(
      model: model, facts: facts.filter { $0.event.occurredOn <= entry.event.occurredOn },
      day: entry.event.occurredOn)
  }

  // MARK: Candidacies

  /// The first enrolment of a candidacy.
  func enrolment(_ id: CandidacyID) -> CandidateEnrolled? {
    for entry in facts {
      if case .candidateEnrolled(let data) = entry.event.fact, data.candidacy == id { return data }
    }
    return nil
  }

  /// The framework that a candidacy was enrolled under.
  func framework(of id: CandidacyID) -> CertificationRegistered? {
    enrolment(id).flatMap { model.framework($0.certification) }
  }

  /// The framework in which a candidacy holds blocks: that of its enrolment; where the enrolment was
  /// annulled, that of the candidacy asked about, which completes it.
  ///
  /// - Parameter path: the candidacies from the one asked about to the one that completes this one.
  func holdingFramework(
    of id: CandidacyID, after path: [CandidacyID] = []
  ) -> CertificationRegistered? {
    framework(of: id) ?? path.last.flatMap { holdingFramework(of: $0, after: path.dropLast()) }
  }

  /// Every candidacy enrolled, in the order of their enrolments.
  var candidacies: [CandidacyID] {
    var ids: [CandidacyID] = []
    for entry in facts {
      if case .candidateEnrolled(let data) = entry.event.fact, !ids.contains(data.candidacy) {
        ids.append(data.candidacy)
      }
    }
    return ids
  }

  /// The pathway last changed to, else that of the enrolment.
  func pathway(_ id: CandidacyID) -> Pathway? {
    var pathway = enrolment(id)?.pathway
    for entry in facts {
      if case .pathwayChanged(let data) = entry.event.fact, data.candidacy == id {
        pathway = data.pathway
      }
    }
    return pathway
  }

  /// The public last stated; a change of pathway that states none leaves the one stated before.
  func audience(_ id: CandidacyID) -> Audience? {
    var audience = enrolment(id)?.audience
    for entry in facts {
      if case .pathwayChanged(let data) = entry.event.fact, data.candidacy == id {
        audience = data.audience ?? audience
      }
    }
    return audience
  }

  /// Whether a candidacy follows VAE for an RNCP certification, whose deadlines the law sets.
  func isExperienceOfRNCP(_ id: CandidacyID) -> Bool {
    pathway(id) == .experience && framework(of: id)?.register == .rncp
  }

  /// The candidacies that complete this one, each by its first enrolment.
  func continuations(_ id: CandidacyID) -> [CandidacyID] {
    candidacies.filter { $0 != id && enrolment($0)?.completes == id }
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

  /// Whether the death of a candidate, by any of the ids merged, is recorded.
  func isDeceased(_ candidate: CandidateID) -> Bool {
    facts.contains { entry in
      guard case .candidateDeceased(let data) = entry.event.fact else { return false }
      return model.person(data.candidate) == model.person(candidate)
    }
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
