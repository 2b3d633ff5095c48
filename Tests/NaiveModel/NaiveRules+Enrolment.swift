internal import Events
internal import Projections

extension NaiveJudgement {
  // MARK: R01

  /// R01: the pathway is open; one open for completion only needs the person to hold a block, or to
  /// claim one from before the ledger. Judged on enrolment, on a change of pathway, and at the award
  /// where a claim alone had opened the pathway followed: a block claimed is recognised and stands.
  func breaksR01() -> Bool {
    if case .certificationAwarded(let award) = fact { return isAwardedOnAClaim(award.candidacy) }
    guard let opening else { return false }
    guard let rule = opening.rule, rule.open else { return true }
    if rule.completionOnly != true { return false }
    return !opening.isHolder && !opening.isClaimant
  }

  /// What makes a pathway followed: an enrolment or a change.
  private struct Opening {
    let rule: PathwayRule?
    /// Whether the person holds a block of the certification.
    let isHolder: Bool
    /// Whether a block is claimed from before the ledger.
    let isClaimant: Bool
  }

  private var opening: Opening? {
    let enrolment: CandidateEnrolled?
    let pathway: Pathway
    switch fact {
    case .candidateEnrolled(let data): (enrolment, pathway) = (data, data.pathway)
    case .pathwayChanged(let data):
      (enrolment, pathway) = (sameDay.enrolment(data.candidacy), data.pathway)
    default: return nil
    }
    guard let enrolment, let framework = ledger.framework(enrolment.certification)
    else { return nil }
    var candidacies = others(than: enrolment.candidacy, of: enrolment.candidate)
    if case .pathwayChanged = fact { candidacies.append(enrolment.candidacy) }
    return Opening(
      rule: framework.pathways.elements.first { $0.pathway == pathway },
      isHolder: candidacies.contains { holdsSome($0, for: enrolment.certification) },
      isClaimant: enrolment.claims?.elements.contains { $0.validatedOn <= day } ?? false)
  }

  private func isAwardedOnAClaim(_ candidacy: CandidacyID) -> Bool {
    let entries = before.facts.filter { earlier in
      switch earlier.event.fact {
      case .candidateEnrolled(let data): data.candidacy == candidacy
      case .pathwayChanged(let data): data.candidacy == candidacy
      default: false
      }
    }
    guard let entry = entries.last, let claims = before.enrolment(candidacy)?.claims,
      let opening = NaiveJudgement(
        entry, known: ledger.entriesKnown, recordedOn: entry.event.occurredOn
      ).opening,
      opening.rule?.completionOnly == true, opening.isClaimant, !opening.isHolder
    else { return false }
    return !claims.elements.contains { claim in
      before.decisions(candidacy, claim.block).contains { $0.isRecognition && $0.stands }
    }
  }

  // MARK: R02

  /// R02: no enrolment after the registration's end or while it is suspended (but to complete), no
  /// award after the last delivery day.
  func breaksR02() -> Bool {
    switch fact {
    case .candidateEnrolled(let data):
      if data.completes != nil { return false }
      guard let framework = ledger.framework(data.certification) else { return false }
      let registration = registration(framework)
      if let end = registration.lastDay, day > end { return true }
      if let end = registration.withdrawnOn, day > end { return true }
      return registration.isSuspended
    case .certificationAwarded(let data):
      guard let framework = framework(of: data.candidacy),
        let last = registration(framework).lastDelivery
      else { return false }
      return day > last
    default: return false
    }
  }

  struct Registration {
    var lastDay: CalendarDate?
    var lastDelivery: CalendarDate?
    var withdrawnOn: CalendarDate?
    var isSuspended = false
  }

  /// A renewal replaces both days, those of a withdrawal too; a withdrawal ends enrolment after its day.
  func registration(_ framework: CertificationRegistered) -> Registration {
    let code = framework.certification
    var registration = Registration(
      lastDay: framework.expiresOn, lastDelivery: framework.lastDeliveryOn)
    for earlier in before.facts {
      switch earlier.event.fact {
      case .registrationRenewed(let data) where data.certification == code:
        registration.lastDay = data.expiresOn
        registration.lastDelivery = data.lastDeliveryOn
        registration.withdrawnOn = nil
      case .certificationWithdrawn(let data) where data.certification == code:
        registration.withdrawnOn = registration.withdrawnOn ?? earlier.event.occurredOn
        if let last = data.lastDeliveryOn { registration.lastDelivery = last }
      case .registrationSuspended(let data) where data.certification == code:
        registration.isSuspended = true
      case .registrationReinstated(let data) where data.certification == code:
        registration.isSuspended = false
      default: continue
      }
    }
    return registration
  }

  // MARK: R10

  /// R10: a job seeker who does not complete an earlier candidacy: a prerequisite verified, an entry
  /// test passed and a favourable interview by both bodies, in any order, before training starts; every
  /// enrolment by `continuingTraining` and every change to it states `public`.
  func breaksR10() -> Bool {
    switch fact {
    case .candidateEnrolled(let data):
      return ledger.framework(data.certification)?.selection != nil
        && data.pathway == .continuingTraining && data.audience == nil
    case .pathwayChanged(let data):
      return framework(of: data.candidacy)?.selection != nil
        && data.pathway == .continuingTraining && data.audience == nil
    case .trainingStarted(let data):
      guard let enrolment = sameDay.enrolment(data.candidacy),
        let framework = framework(of: data.candidacy), let selection = framework.selection,
        sameDay.audience(data.candidacy) == selection.audience, enrolment.completes == nil
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
    for earlier in sameDay.facts {
      switch earlier.event.fact {
      case .prerequisiteVerified(let data) where data.candidacy == candidacy && data.satisfied:
        if prerequisites.contains(where: { $0.code == data.prerequisite }) { verified = true }
      case .selectionTestTaken(let data) where data.candidacy == candidacy && data.passed:
        tested = true
      case .selectionInterviewHeld(let data) where data.candidacy == candidacy && data.favourable:
        let present = data.interviewers.elements
        if selection.interviewers.elements.allSatisfy(present.contains) { interviewed = true }
      default: continue
      }
    }
    return verified && tested && interviewed
  }

  // MARK: R22

  /// R22: one live candidacy per person and certification, its versions counted with it, unless it
  /// completes the other; judged on enrolment, and on a reopening that makes the candidacy live.
  func breaksR22() -> Bool {
    let subject: CandidateEnrolled
    switch fact {
    case .candidateEnrolled(let data): subject = data
    case .candidacyReopened(let data):
      guard let enrolment = sameDay.enrolment(data.candidacy) else { return false }
      let after = NaiveReading(model: ledger, facts: before.facts + [entry], day: day)
      guard Self.isLive(data.candidacy, after) else { return false }
      subject = enrolment
    default: return false
    }
    let others = versions(
      than: subject.candidacy, of: subject.candidate, for: subject.certification)
    return others.contains { other in
      Self.isLive(other, before) && subject.completes != other
        && sameDay.enrolment(other)?.completes != subject.candidacy
    }
  }

  /// None of `revoked`, `certified`, `continued`, `withdrawn`, `inadmissible`, nor one whose window
  /// has lapsed.
  private static func isLive(_ candidacy: CandidacyID, _ reading: NaiveReading) -> Bool {
    guard let answer = reading.answer(candidacy) else { return false }
    let over: [CandidacyStatus] = [.revoked, .certified, .continued, .withdrawn, .inadmissible]
    return !over.contains(answer.status) && answer.window.status != .lapsed
  }
}
