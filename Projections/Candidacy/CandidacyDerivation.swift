public import Events

extension LedgerState {
  /// The state of a candidacy on a day.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  /// - Returns: nil before the enrolment, and if the candidacy or its certification is not known.
  public func candidacy(_ id: CandidacyID, on day: CalendarDate) -> CandidacyState? {
    records[id].flatMap { candidacy(id, $0, on: day) }
  }

  /// The state that a candidacy would have on a day if it were reopened; nil before its enrolment.
  package func reopenedCandidacy(_ id: CandidacyID, on day: CalendarDate) -> CandidacyState? {
    guard var record = records[id] else { return nil }
    if record.withdrawal != nil { record.seldom.withdrawal = nil }
    return candidacy(id, record, on: day)
  }

  /// The completion window of a candidacy on a day: that of its state, which takes twice the time.
  ///
  /// - Returns: nil where ``candidacy(_:on:)`` returns nil.
  package func window(of id: CandidacyID, on day: CalendarDate) -> CompletionWindow? {
    records[id].flatMap { course(of: id, $0, on: day)?.window }
  }

  /// What a candidacy holds on a day, with its blocks and its window; nil before its enrolment, and if
  /// its certification is not known.
  private func course(
    of id: CandidacyID, _ record: CandidacyRecord, on day: CalendarDate
  ) -> (holdings: Holdings, blocks: [BlockState], window: CompletionWindow)? {
    guard let enrolment = record.enrolment,
      let framework = timeless.frameworks[enrolment.value.certification]
    else { return nil }
    let holdings = holdings(of: id, in: framework, on: day)
    let blocks = blocks(of: id, record, in: framework, on: day, holdings.blocks)
    return (holdings, blocks, window(of: id, on: day, blocks, openedBy: holdings.opening))
  }

  func candidacy(
    _ id: CandidacyID, _ record: CandidacyRecord, on day: CalendarDate
  ) -> CandidacyState? {
    guard let enrolment = record.enrolment,
      let (holdings, blocks, window) = course(of: id, record, on: day)
    else { return nil }
    let held = Set(blocks.filter(\.status.isHeld).map(\.code))
    let targets = enrolment.value.targets?.elements ?? []
    let targetReached = !targets.isEmpty && held.isSuperset(of: targets)
    let summons = record.summonses
      .filter { !$0.isOver && !decidesNothing($0.jury) }
      .compactMap(\.summoned).min()

    let admissibilities = admissibilities(in: record, on: day)
    let (status, reasons) = status(
      of: id, record, on: day, blocks, window, openedBy: holdings.opening,
      targetReached: targetReached, summons: summons, admissibilities)
    return CandidacyState(
      candidacy: id, candidate: timeless.person(enrolment.value.candidate),
      certification: enrolment.value.certification,
      pathway: record.pathway ?? enrolment.value.pathway, status: status,
      isTransferred: status == .withdrawn && record.isTransferred,
      tacit: status == .admissible && admissibilities.valid(on: day)?.isTacit == true,
      deceasedOn: deceased(enrolment.value.candidate), targetReached: targetReached,
      awaitingJury: status.mayAwaitJury && summons != nil, blocks: blocks, window: window,
      declaration: record.declaration(on: day),
      certificate: record.certificate.map {
        CurrentCertificate(number: $0.value, issuedOn: $0.moment.day)
      },
      certificates: record.certificates.map(CertificateState.init),
      toReview: toReview(id, record, blocks),
      leftBehind: holdings.leftBehind.map(LeftBehindBlock.init),
      because: Set([enrolment.moment.position] + reasons).sorted(), waivers: record.waivers)
  }

  /// The first status that applies, and the positions of the events that determined it.
  private func status(
    of id: CandidacyID, _ record: CandidacyRecord, on day: CalendarDate, _ blocks: [BlockState],
    _ window: CompletionWindow, openedBy opening: WindowOpening?, targetReached: Bool,
    summons: Moment?, _ admissibilities: [Admissibility]
  ) -> (CandidacyStatus, [Position]) {
    if let award = record.award {
      guard let revoked = record.awardRevoked else { return (.certified, [award.position]) }
      return (.revoked, [award.position, revoked.position])
    }
    if let later = continuation(of: id) { return (.continued, [later.position]) }
    if let withdrawal = record.withdrawal { return (.withdrawn, [withdrawal.position]) }
    if record.pathway == .experience, let decision = admissibilities.last, !decision.isFavourable {
      return (.inadmissible, [decision.position])
    }
    let held = blocks.filter(\.status.isHeld).compactMap(\.position)
    if !held.isEmpty {
      if held.count == blocks.count { return (.awardPending, held) }
      let extensions =
        window.extended == true ? extensions(of: id).map(\.moment.position) : []
      let isPartial = window.status == .open || targetReached
      // Also a block that stayed behind in the candidacy completed.
      let opened = opening.map { [$0.moment.position] } ?? []
      return (isPartial ? .partiallyCertified : .lapsed, held + opened + extensions)
    }
    if let summons { return (.awaitingJury, [summons.position]) }
    let refusals = record.decisions.all.filter { $0.verdict == .refused && $0.isInForce }
    if !refusals.isEmpty { return (.refused, refusals.map(\.moment.position)) }
    if let preparation = record.preparation { return (.inPreparation, [preparation.position]) }
    if let decision = admissibilities.valid(on: day) {
      return (.admissible, [decision.position])
    }
    return (.enrolled, [])
  }

  /// The enrolment of the first candidacy that completes this one and is not withdrawn.
  func continuation(of id: CandidacyID) -> Moment? {
    continuations[id, default: []].lazy
      .compactMap { records[$0] }
      .first { $0.withdrawal == nil }?
      .enrolment?.moment
  }
}
