internal import Events
internal import Projections

/// A block held: the decision that holds it, and where that was made.
struct NaiveHolding {
  let decision: NaiveDecision
  let candidacy: CandidacyID
  let block: BlockCode
  /// Whether it is held through the candidacy completed.
  var isCarried = false
}

/// The first validation that a decision comes from, as it stood when it was recognised.
struct NaiveOrigin {
  let day: CalendarDate
  /// The jury of a validation recorded in the ledger.
  let jury: JuryID?
}

extension NaiveReading {
  /// The day and the jury of the first validation that a decision comes from.
  func origin(_ decision: NaiveDecision, _ block: BlockCode) -> NaiveOrigin {
    guard case .recognition(let data) = decision.kind else {
      return NaiveOrigin(day: decision.when.day, jury: decision.jury)
    }
    if let (past, source) = sourceAsItStood(data, decision.when) {
      let first = past.origin(source.decision, source.block)
      let day = min(first.day, data.source.validatedOn ?? first.day)
      return NaiveOrigin(day: day, jury: first.jury)
    }
    return NaiveOrigin(day: data.source.validatedOn ?? decision.when.day, jury: nil)
  }

  /// The holding that a recognition names, and the reading of the moment it was recognised: what
  /// counted then, else what stood.
  private func sourceAsItStood(
    _ data: PriorValidationRecognised, _ when: When
  ) -> (NaiveReading, NaiveHolding)? {
    guard data.basis == .permanent || data.basis == .correspondence,
      let candidacy = data.source.candidacy
    else { return nil }
    let past = before(when)
    let block = data.source.block ?? data.block
    let holding =
      past.holding(candidacy, block) ?? past.holding(candidacy, block, expiredToo: true)
    return holding.map { (past, $0) }
  }

  /// The last day a decision counts in a candidacy, included; nil without limit. The validity runs
  /// from the first validation, under that candidacy's framework of that day.
  func lastValidDay(
    _ id: CandidacyID, _ decision: NaiveDecision, _ block: BlockCode, path: [CandidacyID] = []
  ) -> CalendarDate? {
    guard let framework = holdingFramework(of: id, after: path) else { return nil }
    return lastValidDay(from: origin(decision, block).day, framework)
  }

  func lastValidDay(
    from day: CalendarDate, _ framework: CertificationRegistered
  ) -> CalendarDate? {
    blockValidity(framework, on: day).years.map { day.adding(years: $0.value) }
  }

  /// The block held, by the earliest decision in force that still counts, here or in the candidacy
  /// this one completes.
  ///
  /// - Parameter expiredToo: whether decisions in force whose validity is over count.
  func holding(
    _ id: CandidacyID, _ block: BlockCode, expiredToo: Bool = false, path: [CandidacyID] = []
  ) -> NaiveHolding? {
    if path.contains(id) { return nil }
    var holdings: [NaiveHolding] = []
    if let enrolment = enrolment(id), let earlier = enrolment.completes {
      for source in sources(in: earlier, of: block, enrolment.certification) {
        guard var holding = holding(earlier, source, expiredToo: expiredToo, path: path + [id])
        else { continue }
        holding.isCarried = true
        holdings.append(holding)
      }
    }
    // What is recorded against R04 of a block of another certification holds nothing.
    let framework = holdingFramework(of: id, after: path)
    let isForeign = framework.map { !$0.blocks.elements.map(\.code).contains(block) } ?? false
    for decision in decisions(id, block) where decision.holds && decision.stands && !isForeign {
      if !expiredToo, let last = lastValidDay(id, decision, block, path: path), last < day {
        continue
      }
      holdings.append(NaiveHolding(decision: decision, candidacy: id, block: block))
    }
    return holdings.min { $0.decision.when < $1.decision.when }
  }

  /// The block's state: held, else by the latest decision on it, else by its assessments.
  func block(
    _ id: CandidacyID, _ block: Block, _ framework: CertificationRegistered
  ) -> NaiveAnswer.Block {
    let outcomes = outcomes(id)
    let acquired = block.competencies.compactMap { competency in
      outcomes[competency.code].flatMap { $0.outcome == .acquired ? $0.when : nil }
    }
    var answer = NaiveAnswer.Block(
      code: block.code, status: .missing, acquired: acquired.count,
      competencies: block.competencies.count)
    if let held = holding(id, block.code) {
      let isRecognised = held.isCarried || held.decision.isRecognition
      answer.status = isRecognised ? .recognised : .validated
      answer.since = held.decision.when.day
      answer.position = held.decision.when.position
      answer.jury = held.decision.jury
      return answer
    }
    var latest: When?
    func become(_ status: BlockStatus, _ when: When, _ jury: JuryID?) {
      if let latest, when < latest { return }
      latest = when
      answer.status = status
      answer.since = when.day
      answer.position = when.position
      answer.jury = jury
    }
    for decision in decisions(id, block.code) {
      switch decision.fate {
      case .fallen: continue
      case .revoked(let revocation):
        if decision.holds { become(.revoked, revocation, decision.jury) }
      case .inForce:
        if !decision.holds {
          become(.refused, decision.when, decision.jury)
        } else if let last = lastValidDay(id, decision, block.code) {
          let over = When(day: last.adding(days: 1), position: decision.when.position)
          // Of two that end on the same day the first counts (R06).
          if answer.status == .expired, answer.since == over.day { continue }
          become(.expired, over, decision.jury)
        }
      }
    }
    // A revocation of the award that names the block, where it was held through the one completed.
    for revocation in revocations where named(revocation.data, in: id).contains(block.code) {
      if let held = before(revocation.when).holding(id, block.code, expiredToo: true) {
        become(.revoked, revocation.when, held.decision.jury)
      }
    }
    if latest == nil, let made = acquired.min() { become(.assessed, made, nil) }
    return answer
  }

  /// The blocks of the certification that are held.
  func blocksHeld(_ id: CandidacyID) -> [BlockCode] {
    (framework(of: id)?.blocks.elements ?? []).map(\.code).filter { holding(id, $0) != nil }
  }

  /// Whether a block of the certification is held no more.
  func lacksBlocks(_ id: CandidacyID) -> Bool {
    blocksHeld(id).count != framework(of: id)?.blocks.elements.count
  }
}
