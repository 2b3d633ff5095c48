package import Events
package import Projections

/// What one block of a certification rests on, for a person who comes back: the naive answer, and the
/// product's in the same shape.
package struct NaivePrior: Equatable {
  package var block: BlockCode
  package var why: PriorReason
  /// The event that decides the answer; nil where the block was never presented.
  package var position: Position?
  /// The candidacy and the block that a recognition would name; nil where the block does not count.
  package var candidacy: CandidacyID?
  package var from: BlockCode?
}

extension NaivePrior {
  package init(_ validation: PriorValidation) {
    self.init(
      block: validation.block, why: validation.why, position: validation.decidedBy,
      candidacy: validation.counts ? validation.source?.candidacy : nil,
      from: validation.counts ? validation.source?.block : nil)
  }
}

extension NaiveReading {
  /// A candidacy of the person and a block of its certification.
  private struct Place {
    let candidacy: CandidacyID
    let certification: CertificationCode
    let block: BlockCode
  }

  /// For each block of a certification, whether something that the person holds counts for it.
  package func prior(_ person: CandidateID, for target: CertificationCode) -> [NaivePrior] {
    guard let framework = model.framework(target) else { return [] }
    let places = places(of: person)
    return framework.blocks.elements.map { block in
      let matching = places.filter {
        counterparts(of: $0.block, $0.certification, in: target).contains(block.code)
      }
      if let counting = counting(block.code, matching, framework) { return counting }
      if let claim = claim(person, block.code, framework, isExpired: false) {
        return NaivePrior(block: block.code, why: .document, position: claim.position)
      }
      if let lost = lost(person, block.code, matching, framework) { return lost }
      if let left = leftBehind(block.code, places, target) { return left }
      let fallen = matching.flatMap { decisions($0.candidacy, $0.block) }.filter { decision in
        if decision.isRecognition { return false }
        switch decision.fate {
        case .fallen: return true
        case .revoked: return !decision.holds
        case .inForce: return false
        }
      }
      if let last = fallen.map(\.when).max() {
        return NaivePrior(block: block.code, why: .fallen, position: last.position)
      }
      return NaivePrior(block: block.code, why: .neverPresented)
    }
  }

  /// Every block of every certification, in each candidacy of the person for it.
  private func places(of person: CandidateID) -> [Place] {
    var places: [Place] = []
    for id in candidacies {
      guard let enrolment = enrolment(id), isSame(enrolment.candidate, person) else { continue }
      let own = model.framework(enrolment.certification)?.blocks.elements.map(\.code) ?? []
      for block in own {
        places.append(
          Place(candidacy: id, certification: enrolment.certification, block: block))
      }
    }
    return places
  }

  private func isSame(_ one: CandidateID, _ other: CandidateID) -> Bool {
    model.person(one) == model.person(other)
  }

  /// What counts: a block held on the day, under no revoked award, not expired where it would be
  /// recognised. Of several the earliest, and where it was decided before where it was carried to.
  private func counting(
    _ block: BlockCode, _ places: [Place], _ framework: CertificationRegistered
  ) -> NaivePrior? {
    var best: (place: Place, when: When, isOwn: Bool)?
    for place in places {
      guard let held = holding(place.candidacy, place.block),
        revocation(behind: held, place.candidacy) == nil
      else { continue }
      let first = origin(held.decision, held.block).day
      if let last = lastValidDay(from: first, framework), last < day { continue }
      let isOwn = held.candidacy == place.candidacy && held.block == place.block
      if let other = best {
        if other.when < held.decision.when { continue }
        if other.when.position == held.decision.when.position {
          if other.isOwn { continue }
          let (mine, theirs) = (
            (place.candidacy.text, place.block.text),
            (other.place.candidacy.text, other.place.block.text)
          )
          if !isOwn, theirs < mine { continue }
        }
      }
      best = (place, held.decision.when, isOwn)
    }
    return best.map {
      NaivePrior(
        block: block,
        why: $0.place.certification == framework.certification ? .permanent : .correspondence,
        position: $0.when.position, candidacy: $0.place.candidacy, from: $0.place.block)
    }
  }

  /// The latest revocation without blocks of an award that a block held rests on.
  private func revocation(behind held: NaiveHolding, _ id: CandidacyID) -> When? {
    var line = [id, held.candidacy]
    var index = 0
    while index < line.count {
      line += continuations(line[index]).filter { !line.contains($0) }
      index += 1
    }
    return line.compactMap { member -> When? in
      guard award(member) == .revoked,
        let last = revocations.last(where: { $0.data.candidacy == member }),
        last.data.blocks == nil
      else { return nil }
      return last.when
    }.max()
  }

  /// What was held or refused, and does not count: the latest revocation, refusal or expiry.
  private func lost(
    _ person: CandidateID, _ block: BlockCode, _ places: [Place],
    _ framework: CertificationRegistered
  ) -> NaivePrior? {
    var latest: (why: PriorReason, since: When)?
    func tell(_ why: PriorReason, _ since: When) {
      if let latest, since < latest.since { return }
      latest = (why, since)
    }
    for place in places {
      if let held = holding(place.candidacy, place.block) {
        if let revoked = revocation(behind: held, place.candidacy) {
          tell(.revoked, revoked)
        } else {
          let first = origin(held.decision, held.block).day
          if let last = lastValidDay(from: first, framework) {
            tell(
              .expired, When(day: last.adding(days: 1), position: held.decision.when.position))
          }
        }
        continue
      }
      guard let own = self.framework(of: place.candidacy),
        let content = own.blocks.elements.first(where: { $0.code == place.block })
      else { continue }
      let state = self.block(place.candidacy, content, own)
      guard let since = state.since, let position = state.position else { continue }
      let when = When(day: since, position: position)
      switch state.status {
      case .expired: tell(.expired, when)
      case .revoked: tell(.revoked, when)
      case .refused: tell(.refused, when)
      case .missing, .assessed, .validated, .recognised: continue
      }
    }
    if let claim = claim(person, block, framework, isExpired: true) {
      if let last = lastValidDay(from: claim.day, framework) {
        tell(.expired, When(day: last.adding(days: 1), position: claim.position))
      }
    }
    return latest.map { NaivePrior(block: block, why: $0.why, position: $0.since.position) }
  }

  /// A document that the person claims for a block and that nobody has examined: the one of the earliest
  /// day; of those expired, the latest.
  private func claim(
    _ person: CandidateID, _ block: BlockCode, _ framework: CertificationRegistered,
    isExpired: Bool
  ) -> When? {
    var claims: [When] = []
    var seen: [CandidacyID] = []
    for entry in facts {
      guard case .candidateEnrolled(let data) = entry.event.fact, !seen.contains(data.candidacy)
      else { continue }
      seen.append(data.candidacy)
      guard isSame(data.candidate, person) else { continue }
      for claim in data.claims?.elements ?? [] where claim.validatedOn <= day {
        let isExamined = decisions(data.candidacy, claim.block).contains(where: \.isRecognition)
        let leads = counterparts(
          of: claim.block, data.certification, in: framework.certification)
        let last = lastValidDay(from: claim.validatedOn, framework)
        let isOver = last.map { $0 < day } ?? false
        if !isExamined, leads.contains(block), isOver == isExpired {
          claims.append(When(day: claim.validatedOn, position: entry.position))
        }
      }
    }
    return isExpired ? claims.max() : claims.min()
  }

  /// A block of the same ending, held under another version, that leads to no block of the target.
  private func leftBehind(
    _ block: BlockCode, _ places: [Place], _ target: CertificationCode
  ) -> NaivePrior? {
    let held = places.compactMap { place -> When? in
      guard place.certification != target, areVersions(place.certification, target),
        ending(place.block, of: place.certification) == ending(block, of: target),
        counterparts(of: place.block, place.certification, in: target).isEmpty
      else { return nil }
      return holding(place.candidacy, place.block)?.decision.when
    }
    return held.min().map {
      NaivePrior(block: block, why: .noCorrespondence, position: $0.position)
    }
  }

  private func ending(_ block: BlockCode, of certification: CertificationCode) -> String {
    block.text.hasPrefix(certification.text)
      ? String(block.text.dropFirst(certification.text.count)) : block.text
  }
}
