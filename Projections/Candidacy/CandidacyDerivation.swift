public import Events

extension LedgerState {
  /// The state of a candidacy on a day.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  /// - Returns: nil before the enrolment, and if the candidacy or its certification is not known.
  public func candidacy(_ id: CandidacyID, on day: CalendarDate) -> CandidacyState? {
    guard let record = records[id], let enrolment = record.enrolment,
      let framework = timeless.frameworks[enrolment.value.certification]
    else { return nil }
    let heldBlocks = heldBlocks(of: id, in: framework, on: day)
    let blocks = blocks(of: record, in: framework, on: day, heldBlocks)
    let window = window(of: id, in: framework, on: day, blocks)
    let held = Set(blocks.filter(\.status.isHeld).map(\.code))
    let targets = enrolment.value.targets?.elements ?? []
    let targetReached = !targets.isEmpty && held.isSuperset(of: targets)
    let summons = record.summonses
      .filter { !$0.isOver && !cancelledJuries.contains($0.jury) }
      .compactMap(\.summoned).min()

    let (status, reasons) = status(
      of: id, record, on: day, blocks, window, targetReached: targetReached, summons: summons)
    return CandidacyState(
      candidacy: id, candidate: timeless.person(enrolment.value.candidate),
      certification: enrolment.value.certification, pathway: enrolment.value.pathway,
      status: status, targetReached: targetReached,
      awaitingJury: status.mayAwaitJury && summons != nil, blocks: blocks, window: window,
      declaration: record.declaration(on: day),
      certificate: record.certificate.map {
        CurrentCertificate(number: $0.value, issuedOn: $0.moment.day)
      },
      because: Set([enrolment.moment.position] + reasons).sorted(), waivers: record.waivers)
  }

  /// The first status that applies, and the positions of the events that determined it.
  private func status(
    of id: CandidacyID, _ record: CandidacyRecord, on day: CalendarDate, _ blocks: [BlockState],
    _ window: CompletionWindow, targetReached: Bool, summons: Moment?
  ) -> (CandidacyStatus, [Position]) {
    if let award = record.award {
      guard let revoked = record.awardRevoked else { return (.certified, [award.position]) }
      return (.revoked, [award.position, revoked.position])
    }
    if let later = continuation(of: id) { return (.continued, [later.position]) }
    if let withdrawal = record.withdrawal { return (.withdrawn, [withdrawal.position]) }
    if let decision = record.admissibility, !decision.value.admissible {
      return (.inadmissible, [decision.moment.position])
    }
    let held = blocks.filter(\.status.isHeld).compactMap(\.position)
    if !held.isEmpty {
      if held.count == blocks.count { return (.awardPending, held) }
      let extensions =
        window.extended == true ? extensions(of: id).map(\.moment.position) : []
      let isPartial = window.status == .open || targetReached
      return (isPartial ? .partiallyCertified : .lapsed, held + extensions)
    }
    if let summons { return (.awaitingJury, [summons.position]) }
    let refusals = record.decisions.all.filter { $0.verdict == .refused && $0.isInForce }
    if !refusals.isEmpty { return (.refused, refusals.map(\.moment.position)) }
    if let preparation = record.preparation { return (.inPreparation, [preparation.position]) }
    if let decision = record.admissibility, decision.value.validUntil.map({ day <= $0 }) ?? true {
      return (.admissible, [decision.moment.position])
    }
    return (.enrolled, [])
  }

  /// The enrolment of the first candidacy that completes this one and is not withdrawn.
  private func continuation(of id: CandidacyID) -> Moment? {
    continuations[id, default: []].lazy
      .compactMap { records[$0] }
      .first { $0.withdrawal == nil }?
      .enrolment?.moment
  }
}
