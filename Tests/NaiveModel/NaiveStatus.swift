package import Events
internal import Projections

extension NaiveLedger {
  /// The status of a candidacy; nil before its enrolment.
  package func answer(_ id: CandidacyID) -> NaiveAnswer? { reading().answer(id) }
}

extension NaiveReading {
  package func answer(_ id: CandidacyID) -> NaiveAnswer? {
    guard let enrolment = enrolment(id), let framework = model.framework(enrolment.certification)
    else { return nil }
    let blocks = framework.blocks.elements.map { block(id, $0, framework) }
    let window = window(id, blocks, framework)
    let held = blocks.filter(\.status.isHeld).map(\.code)
    let reached = enrolment.targets.map { $0.elements.allSatisfy(held.contains) } ?? false
    let awaits = awaitsJury(id)
    var answer = NaiveAnswer(
      candidacy: id, candidate: model.person(enrolment.candidate),
      certification: enrolment.certification, pathway: enrolment.pathway, status: .enrolled,
      targetReached: reached, awaitingJury: awaits, blocks: blocks, window: window,
      certificate: certificate(id)?.number, certificateOn: certificate(id)?.day)
    answer.status = status(id, answer)
    switch answer.status {
    case .revoked, .certified, .continued, .withdrawn: answer.awaitingJury = false
    default: break
    }
    return answer
  }

  /// The first status that applies, in order of precedence.
  func status(_ id: CandidacyID, _ answer: NaiveAnswer) -> CandidacyStatus {
    let admissibility = admissibility(id)
    let held = answer.blocks.filter(\.status.isHeld).count
    if award(id) == .revoked { return .revoked }
    if award(id) == .awarded { return .certified }
    if continuations(id).contains(where: { !isWithdrawn($0) }) { return .continued }
    if isWithdrawn(id) { return .withdrawn }
    if admissibility?.admissible == false { return .inadmissible }
    if held == answer.blocks.count { return .awardPending }
    if held > 0, answer.window.status == .open || answer.targetReached {
      return .partiallyCertified
    }
    if held > 0 { return .lapsed }
    if answer.awaitingJury { return .awaitingJury }
    if hasRefusalInForce(id) { return .refused }
    if isPrepared(id) { return .inPreparation }
    if let admissibility, admissibility.validUntil.map({ day <= $0 }) ?? true { return .admissible }
    return .enrolled
  }

  func window(
    _ id: CandidacyID, _ blocks: [NaiveAnswer.Block], _ framework: CertificationRegistered
  ) -> NaiveAnswer.Window {
    let days = blocks.filter(\.status.isHeld).compactMap(\.since)
    guard let opensOn = days.min(), let latest = days.max() else { return NaiveAnswer.Window() }
    let policy = completionWindow(framework, on: opensOn)
    var lastDay = policy.years.map { opensOn.adding(years: $0.value) }
    var extended = false
    let family = family(id)
    for entry in facts {
      guard case .completionWindowExtended(let data) = entry.event.fact,
        family.contains(data.candidacy), let last = lastDay, data.until > last
      else { continue }
      lastDay = data.until
      extended = true
    }
    var window = NaiveAnswer.Window(
      status: .open, opensOn: opensOn, lastDay: lastDay, extended: extended, basis: policy.basis)
    if days.count == blocks.count {
      window.status = .completed
      window.completedOn = latest
    } else if let lastDay {
      if day > lastDay {
        window.status = .lapsed
      } else {
        window.daysLeft = day.days(until: lastDay)
      }
    }
    return window
  }
}
