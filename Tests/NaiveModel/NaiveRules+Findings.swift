internal import Events
internal import Projections

extension NaiveJudgement {
  /// R18: a training shorter than the framework's hours, unless a positioning test adjusted the path
  /// or it completes an earlier candidacy.
  func breaksR18() -> Bool {
    guard case .trainingCompleted(let data) = fact,
      let enrolment = sameDay.enrolment(data.candidacy), enrolment.completes == nil,
      let framework = framework(of: data.candidacy)
    else { return false }
    let isAdjusted = before.facts.contains { earlier in
      guard case .positioningTestTaken(let test) = earlier.event.fact else { return false }
      return test.candidacy == data.candidacy && test.adjusted
    }
    if isAdjusted { return false }
    let programmes = (framework.training?.elements ?? []).filter {
      enrolment.audience == nil || $0.audience == enrolment.audience
    }
    return !programmes.isEmpty
      && programmes.allSatisfy { programme in
        data.centreHours.value < programme.centreHours.value
          || (data.companyHours?.value ?? 0) < (programme.companyHours?.value ?? 0)
      }
  }

  /// R19: a second window for the same person and certification.
  func breaksR19() -> Bool {
    switch fact {
    case .blockValidated, .priorValidationRecognised: break
    default: return false
    }
    guard let candidacy, let enrolment = sameDay.enrolment(candidacy) else { return false }
    let after = NaiveReading(model: ledger, facts: before.facts + [entry])
    guard before.answer(candidacy)?.window.status == CompletionWindow.Status.none,
      let opened = after.answer(candidacy), opened.window.status != .none
    else { return false }
    let family = before.family(candidacy)
    let others = others(
      than: candidacy, of: enrolment.candidate, for: enrolment.certification)
    return others.contains { other in
      guard !family.contains(other), let answer = before.answer(other) else { return false }
      return answer.window.status != .none
    }
  }
}

/// An award in force on the day asked.
struct NaiveAward {
  let candidacy: CandidacyID
  let position: Position
  /// R08: an award with a block no longer held breaks it from that day.
  let hasBlockNoLongerHeld: Bool
  /// R21: not accepted by the Caisse des Dépôts within three months.
  let isOverdue: Bool
}

extension NaiveReading {
  func awardsInForce() -> [NaiveAward] {
    var awards: [NaiveAward] = []
    for (index, entry) in facts.enumerated() {
      guard case .certificationAwarded(let award) = entry.event.fact else { continue }
      let id = award.candidacy
      if awards.contains(where: { $0.candidacy == id }) { continue }
      let later = facts[(index + 1)...]
      let isRevoked = later.contains { other in
        guard case .certificationRevoked(let data) = other.event.fact else { return false }
        return data.candidacy == id
      }
      if isRevoked { continue }
      let lastDay = entry.event.occurredOn.adding(months: 3)
      // The latest answer to each flow counts, from the first day of that same answer.
      var accepted: [FlowID: CalendarDate] = [:]
      for other in later {
        guard case .declarationAnswered(let data) = other.event.fact, data.candidacy == id
        else { continue }
        accepted[data.flow] =
          data.outcome == .accepted ? accepted[data.flow] ?? other.event.occurredOn : nil
      }
      let isAccepted = accepted.values.contains { $0 <= lastDay }
      guard let blocks = answer(id)?.blocks else { continue }
      awards.append(
        NaiveAward(
          candidacy: id, position: entry.position,
          hasBlockNoLongerHeld: !blocks.allSatisfy(\.status.isHeld),
          isOverdue: !isAccepted && lastDay < day))
    }
    return awards
  }
}
