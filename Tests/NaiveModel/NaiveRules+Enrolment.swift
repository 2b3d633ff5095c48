internal import Events
internal import Projections

extension NaiveJudgement {
  /// R01: the pathway is open for that certification; one open for completion only needs the person
  /// to hold a block of it already, or to claim one from before the ledger.
  func breaksR01() -> Bool {
    guard case .candidateEnrolled(let data) = fact else { return false }
    // R15 judges an enrolment under an annulled framework.
    guard let framework = ledger.framework(data.certification) else { return false }
    guard let rule = framework.pathways.elements.first(where: { $0.pathway == data.pathway }),
      rule.open
    else { return true }
    if rule.completionOnly != true { return false }
    if data.claims?.elements.contains(where: { $0.validatedOn <= day }) == true { return false }
    let others = others(than: data.candidacy, of: data.candidate, for: data.certification)
    return !others.contains { other in
      framework.blocks.elements.contains { holds(other, $0.code) }
    }
  }

  /// R02: no enrolment after the registration's end (but to complete), no award after the last
  /// delivery day.
  func breaksR02() -> Bool {
    switch fact {
    case .candidateEnrolled(let data):
      if data.completes != nil { return false }
      guard let framework = ledger.framework(data.certification) else { return false }
      let registration = registration(framework)
      if let end = registration.lastDay, day > end { return true }
      if let end = registration.withdrawnOn, day > end { return true }
      return false
    case .certificationAwarded(let data):
      guard let framework = framework(of: data.candidacy),
        let last = registration(framework).lastDelivery
      else { return false }
      return day > last
    default: return false
    }
  }

  /// A renewal replaces both days, those of a withdrawal too; a withdrawal ends enrolment after its day.
  func registration(
    _ framework: CertificationRegistered
  ) -> (lastDay: CalendarDate?, lastDelivery: CalendarDate?, withdrawnOn: CalendarDate?) {
    var lastDay = framework.expiresOn
    var lastDelivery = framework.lastDeliveryOn
    var withdrawnOn: CalendarDate?
    for earlier in before.facts {
      switch earlier.event.fact {
      case .registrationRenewed(let data) where data.certification == framework.certification:
        lastDay = data.expiresOn
        lastDelivery = data.lastDeliveryOn
        withdrawnOn = nil
      case .certificationWithdrawn(let data) where data.certification == framework.certification:
        if withdrawnOn == nil { withdrawnOn = earlier.event.occurredOn }
        if let last = data.lastDeliveryOn { lastDelivery = last }
      default: continue
      }
    }
    return (lastDay, lastDelivery, withdrawnOn)
  }

  /// R10: a job seeker who does not complete an earlier candidacy: a prerequisite verified, then an
  /// entry test passed and a favourable interview by both bodies, before training starts; every
  /// enrolment by `continuingTraining` states `public`.
  func breaksR10() -> Bool {
    switch fact {
    case .candidateEnrolled(let data):
      return ledger.framework(data.certification)?.selection != nil
        && data.pathway == .continuingTraining && data.audience == nil
    case .trainingStarted(let data):
      guard let enrolment = sameDay.enrolment(data.candidacy),
        let framework = framework(of: data.candidacy), let selection = framework.selection,
        enrolment.audience == selection.audience, enrolment.completes == nil
      else { return false }
      return !isSelected(data.candidacy, framework, selection)
    default: return false
    }
  }

  private func isSelected(
    _ candidacy: CandidacyID, _ framework: CertificationRegistered, _ selection: Selection
  ) -> Bool {
    let prerequisites = (framework.prerequisites?.elements ?? []).filter {
      ($0.audience == nil || $0.audience == selection.audience) && $0.advised != true
    }
    var verified = false
    var tested = !selection.test
    var interviewed = false
    for earlier in before.facts {
      switch earlier.event.fact {
      case .prerequisiteVerified(let data) where data.candidacy == candidacy && data.satisfied:
        if prerequisites.contains(where: { $0.code == data.prerequisite }) { verified = true }
      case .selectionTestTaken(let data) where data.candidacy == candidacy && data.passed:
        if verified { tested = true }
      case .selectionInterviewHeld(let data) where data.candidacy == candidacy && data.favourable:
        let present = data.interviewers.elements
        if verified, selection.interviewers.elements.allSatisfy(present.contains) {
          interviewed = true
        }
      default: continue
      }
    }
    return verified && tested && interviewed
  }

  /// R22: one live candidacy per person and certification, unless it completes the other; judged on
  /// enrolment and reopening.
  func breaksR22() -> Bool {
    let subject: CandidateEnrolled
    switch fact {
    case .candidateEnrolled(let data): subject = data
    case .candidacyReopened(let data):
      guard let enrolment = sameDay.enrolment(data.candidacy) else { return false }
      subject = enrolment
    default: return false
    }
    let others = others(
      than: subject.candidacy, of: subject.candidate, for: subject.certification)
    return others.contains { other in
      isLive(other) && subject.completes != other
        && sameDay.enrolment(other)?.completes != subject.candidacy
    }
  }

  /// None of `revoked`, `certified`, `continued`, `withdrawn`, `inadmissible`, nor one whose window
  /// has lapsed.
  private func isLive(_ candidacy: CandidacyID) -> Bool {
    guard let answer = before.answer(candidacy) else { return false }
    let over: [CandidacyStatus] = [.revoked, .certified, .continued, .withdrawn, .inadmissible]
    return !over.contains(answer.status) && answer.window.status != .lapsed
  }
}
