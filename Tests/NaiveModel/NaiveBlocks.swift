package import Events
internal import Projections

/// A jury's decision on a block, or a recognition of it, and whether it is in force.
package struct NaiveDecision {
  enum Kind {
    case validation, refusal
    case recognition(ValidationSource)
  }
  enum Fate {
    case inForce, fallen
    case revoked(When)
  }

  let kind: Kind
  package let when: When
  package let jury: JuryID?
  var fate = Fate.inForce

  package var stands: Bool { if case .inForce = fate { true } else { false } }
  var holds: Bool { if case .refusal = kind { false } else { true } }
  var isRecognition: Bool { if case .recognition = kind { true } else { false } }
}

extension NaiveReading {
  /// Every decision on a block in one candidacy, in order, each with its fate.
  package func decisions(_ id: CandidacyID, _ block: BlockCode) -> [NaiveDecision] {
    var decisions: [NaiveDecision] = []
    var appealed: [JuryID: Int] = [:]
    for entry in facts {
      let when = entry.moment
      switch entry.event.fact {
      case .blockValidated(let data) where data.candidacy == id && data.block == block:
        decisions.append(NaiveDecision(kind: .validation, when: when, jury: data.jury))
      case .blockRefused(let data) where data.candidacy == id && data.block == block:
        decisions.append(NaiveDecision(kind: .refusal, when: when, jury: data.jury))
      case .priorValidationRecognised(let data) where data.candidacy == id && data.block == block:
        decisions.append(NaiveDecision(kind: .recognition(data.source), when: when, jury: nil))
      case .juryDecisionRevoked(let data) where data.candidacy == id && data.block == block:
        if let index = decisions.lastIndex(where: { $0.jury == data.jury && $0.stands }) {
          decisions[index].fate = .revoked(when)
        }
      case .recognitionRevoked(let data) where data.candidacy == id && data.block == block:
        if let index = decisions.lastIndex(where: { $0.isRecognition && $0.stands }) {
          decisions[index].fate = .revoked(when)
        }
      case .decisionAppealed(let data) where data.candidacy == id && data.block == block:
        appealed[data.jury] = decisions.lastIndex { $0.jury == data.jury && $0.stands }
      case .appealDecided(let data) where data.candidacy == id && data.block == block:
        let pending = appealed.removeValue(forKey: data.jury)
        let index = pending ?? decisions.lastIndex { $0.jury == data.jury && $0.stands }
        if data.outcome == .falls, let index { decisions[index].fate = .fallen }
      default: continue
      }
    }
    return decisions
  }

  /// The day a block's validity runs from: the day of the decision, or for a recognition the day of
  /// the first validation, in the source or in a candidacy that the source completes.
  func origin(
    _ decision: NaiveDecision, _ block: BlockCode, _ framework: CertificationRegistered,
    depth: Int = 0
  ) -> CalendarDate {
    guard case .recognition(let source) = decision.kind else { return decision.when.day }
    var days = [source.validatedOn].compactMap { $0 }
    var place = depth < 6 ? source.candidacy : nil
    var seen: [CandidacyID] = []
    while let candidacy = place, !seen.contains(candidacy) {
      let code = source.block ?? block
      for first in decisions(candidacy, code) where first.holds && first.stands {
        days.append(origin(first, code, framework, depth: depth + 1))
      }
      seen.append(candidacy)
      place = enrolment(candidacy)?.completes
    }
    // R16: the validation recognised still counted on that day.
    let counting = days.filter { day in
      guard let years = blockValidity(framework, on: day).years else { return true }
      return decision.when.day <= day.adding(years: years.value)
    }
    return counting.min() ?? days.min() ?? decision.when.day
  }

  /// The last day a decision counts, included; nil without limit.
  func lastValidDay(
    _ decision: NaiveDecision, _ block: BlockCode, _ framework: CertificationRegistered
  ) -> CalendarDate? {
    let origin = origin(decision, block, framework)
    return blockValidity(framework, on: origin).years.map { origin.adding(years: $0.value) }
  }

  /// The block held, by the earliest decision in force that still counts, here or in the candidacy this
  /// one completes.
  func held(
    _ id: CandidacyID, _ block: BlockCode, _ asker: CertificationRegistered,
    path: [CandidacyID] = []
  ) -> NaiveAnswer.Block? {
    if path.contains(id) { return nil }
    let enrolment = enrolment(id)
    let framework = enrolment.flatMap { model.framework($0.certification) } ?? asker
    var answer = NaiveAnswer.Block(code: block, status: .missing, acquired: 0, competencies: 0)
    if let earlier = enrolment?.completes,
      let carried = held(earlier, block, framework, path: path + [id])
    {
      answer = carried
      answer.status = .recognised
    }
    for decision in decisions(id, block) where decision.holds && decision.stands {
      if let last = lastValidDay(decision, block, framework), last < day { continue }
      if let since = answer.since, let position = answer.position,
        When(day: since, position: position) < decision.when
      {
        continue
      }
      answer.status = decision.isRecognition ? .recognised : .validated
      answer.since = decision.when.day
      answer.position = decision.when.position
      answer.jury = decision.jury
    }
    return answer.since == nil ? nil : answer
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
    if let held = held(id, block.code, framework) {
      answer.status = held.status
      answer.since = held.since
      answer.position = held.position
      answer.jury = held.jury
      return answer
    }
    var latest: When?
    func become(_ status: BlockStatus, _ when: When, at position: Position, _ jury: JuryID?) {
      if let latest, when < latest { return }
      latest = when
      answer.status = status
      answer.since = when.day
      answer.position = position
      answer.jury = jury
    }
    for decision in decisions(id, block.code) {
      let when = decision.when
      switch decision.fate {
      case .fallen: continue
      case .revoked(let revocation):
        if decision.holds {
          become(.revoked, revocation, at: revocation.position, decision.jury)
        }
      case .inForce:
        if !decision.holds {
          become(.refused, when, at: when.position, decision.jury)
        } else if let last = lastValidDay(decision, block.code, framework) {
          let over = When(day: last.adding(days: 1), position: when.position)
          // Of two that end on the same day the first counts (R06).
          if answer.status == .expired, answer.since == over.day { continue }
          become(.expired, over, at: when.position, decision.jury)
        }
      }
    }
    if latest == nil, let made = acquired.min() {
      become(.assessed, made, at: made.position, nil)
    }
    return answer
  }
}

extension NaiveReading {
  /// Whether a jury's refusal is in force.
  func hasRefusalInForce(_ id: CandidacyID) -> Bool {
    facts.contains { entry in
      guard case .blockRefused(let data) = entry.event.fact, data.candidacy == id
      else { return false }
      return decisions(id, data.block).contains { !$0.holds && $0.stands }
    }
  }
}
