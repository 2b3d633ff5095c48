internal import Events

extension PriorSearch {
  /// Why what a person holds, held or was refused at a place does not count; nil if nothing was decided.
  func loss(at place: PriorPlace) -> PriorEvidence? {
    if let held = place.held { return loss(of: held, at: place) }
    guard let block = place.state, let position = block.position, let since = block.since,
      let source = source(toldBy: position, at: place)
    else { return nil }
    let ended = PriorEnd(on: since, position: position)
    switch block.status {
    case .expired: return PriorEvidence(.expired, position, source, ended: ended)
    case .revoked: return PriorEvidence(.revoked, position, source, ended: ended)
    case .refused:
      let isContested = record(place)?.decisions.all.contains {
        $0.position == position && $0.fate == .appealed
      }
      return PriorEvidence(.refused, position, source, isContested: isContested ?? false)
    case .missing, .assessed, .validated, .recognised: return nil
    }
  }

  /// A block held counts no more because an award that it rests on was revoked, or because its validity
  /// under the certification asked about is over.
  private func loss(of held: HeldBlock, at place: PriorPlace) -> PriorEvidence? {
    let source = state.source(held, place.block, in: place.candidacy, place.certification)
    let revoked = state.revokedAwards(behind: held, in: place.candidacy).map(\.moment).max()
    if let revoked {
      let ended = PriorEnd(on: revoked.day, position: revoked.position)
      return PriorEvidence(.revoked, revoked.position, source, ended: ended)
    }
    guard let last = state.lastDay(ofValidityFrom: held.origin.day, framework) else { return nil }
    let position = held.moment.position
    return PriorEvidence(
      .expired, position, source,
      ended: PriorEnd(on: last.adding(days: 1), position: position))
  }

  /// The decisions at a place that count as never made: overturned, or refusals revoked.
  func overturned(at place: PriorPlace) -> [PriorEvidence] {
    (record(place)?.decisions.all ?? []).compactMap { decision in
      guard decision.block == place.block,
        decision.fate == .fallen || decision.verdict == .refused && decision.fate == .revoked
      else { return nil }
      return PriorEvidence(
        .fallen, decision.position,
        state.source(decision, in: place.candidacy, place.certification),
        ended: decision.fateMoment.map { PriorEnd(on: $0.day, position: $0.position) })
    }
  }

  private func record(_ place: PriorPlace) -> CandidacyRecord? { state.records[place.candidacy] }

  /// The decision or recognition that an event decided about: the refusal or the expired one itself, the
  /// one that it revoked, else the latest before the revocation of an award.
  private func source(toldBy position: Position, at place: PriorPlace) -> PriorSource? {
    guard let record = record(place) else { return nil }
    let decisions = record.decisions.all.filter { $0.block == place.block }
    let recognitions = record.recognitions.filter { $0.block == place.block }
    if let decision = decisions.first(where: {
      $0.position == position || $0.fatePosition == position
    }) {
      return state.source(decision, in: place.candidacy, place.certification)
    }
    if let recognition = recognitions.first(where: {
      $0.moment.position == position || $0.revoked?.position == position
    }) {
      return source(recognition, at: place)
    }
    // Fell with an award.
    let fallen = record.fallenBlocks[place.block]?.moment ?? Moment(day: .last, position: position)
    if let decision = decisions.last(where: {
      $0.isValidationInForce && $0.moment < fallen
    }) {
      return state.source(decision, in: place.candidacy, place.certification)
    }
    if let recognition = recognitions.last(where: { $0.moment < fallen }) {
      return source(recognition, at: place)
    }
    // It was held through the candidacy completed, and fell there too.
    return PriorSource(
      candidacy: place.candidacy, certification: place.certification, block: place.block,
      status: .recognised, jury: record.fallenBlocks[place.block]?.jury, decidedOn: nil,
      position: position, pathway: nil, certificates: [], document: nil, authority: nil)
  }

  private func source(_ recognition: BlockRecognition, at place: PriorPlace) -> PriorSource {
    state.source(
      HeldBlock(
        status: .recognised, moment: recognition.moment, jury: nil, origin: recognition.origin,
        recognition: recognition, holder: place.candidacy, certification: place.certification,
        block: place.block),
      place.block, in: place.candidacy, place.certification)
  }
}

// MARK: Claims

extension PriorSearch {
  /// A validation from before the ledger, stated on an enrolment.
  struct OpenClaim {
    let source: PriorSource
    let validatedOn: CalendarDate
  }

  /// The documents claimed for a block that nobody has examined, the earliest day first. A recognition of
  /// the block in that candidacy, revoked or not, shows that it was.
  func claims(for block: BlockCode) -> [OpenClaim] {
    candidacies.flatMap { id -> [OpenClaim] in
      guard let record = state.records[id], let enrolment = record.enrolment else { return [] }
      let certification = enrolment.value.certification
      return (enrolment.value.claims?.elements ?? []).compactMap { claim in
        guard claim.validatedOn <= day,
          !record.recognitions.contains(where: { $0.block == claim.block }),
          state.supersessions.places(of: claim.block, from: certification, in: target)
            .contains(block)
        else { return nil }
        let source = PriorSource(
          candidacy: id, certification: certification, block: claim.block, status: .missing,
          jury: nil, decidedOn: claim.validatedOn, position: enrolment.moment.position,
          pathway: nil, certificates: [], document: claim.document, authority: nil)
        return OpenClaim(source: source, validatedOn: claim.validatedOn)
      }
    }.sorted {
      ($0.validatedOn, $0.source.position) < ($1.validatedOn, $1.source.position)
    }
  }

  /// Whether its validity under the certification asked about is over.
  func isExpired(_ claim: OpenClaim) -> Bool {
    state.lastDay(ofValidityFrom: claim.validatedOn, framework).map { $0 < day } ?? false
  }

  func lapse(of claim: OpenClaim) -> PriorEvidence? {
    state.lastDay(ofValidityFrom: claim.validatedOn, framework).map { last in
      let position = claim.source.position
      return PriorEvidence(
        .expired, position, claim.source,
        ended: PriorEnd(on: last.adding(days: 1), position: position))
    }
  }
}
