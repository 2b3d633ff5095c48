package import Events

/// How a block is held: the decision or recognition that gives it.
package struct HeldBlock {
  package let status: BlockStatus
  /// The earliest decision or recognition in force.
  package let moment: Moment
  /// The jury of the decision, also through `completes`; nil for a recognition.
  package let jury: JuryID?
}

/// A validation or recognition in force of a block, with the end of its validity.
private struct BlockGrant {
  let held: HeldBlock
  /// The last day of validity, inclusive; nil: without limit.
  let lastDay: CalendarDate?
}

extension LedgerState {
  /// The blocks that a candidacy holds on a day, with those of the candidacies that it completes.
  ///
  /// A block is held by the earliest decision in force; a later one, against R06, counts only when
  /// the first is no longer in force.
  ///
  /// - Parameter framework: the framework to use for a candidacy without an enrolment or without a
  ///   known certification.
  package func heldBlocks(
    of candidacy: CandidacyID, in framework: Framework, on day: CalendarDate
  ) -> [BlockCode: HeldBlock] {
    // From the candidacy to the earliest of its chain, without recursion: a chain may be long.
    var chain: [[BlockCode: HeldBlock]] = []
    var visited: Set<CandidacyID> = []
    var framework = framework
    var next: CandidacyID? = candidacy
    while let id = next, let record = records[id] {
      let earlier = record.enrolment?.value.completes
      if earlier != nil, !visited.insert(id).inserted { break }
      framework =
        record.enrolment.flatMap { timeless.frameworks[$0.value.certification] } ?? framework
      chain.append(ownHeldBlocks(of: record, in: framework, on: day))
      next = earlier
    }
    guard var heldBlocks = chain.popLast() else { return [:] }
    while var own = chain.popLast() {
      for (block, held) in heldBlocks {
        if let mine = own[block], mine.moment < held.moment { continue }
        own[block] = HeldBlock(status: .recognised, moment: held.moment, jury: held.jury)
      }
      heldBlocks = own
    }
    return heldBlocks
  }

  /// The blocks held by the facts of one candidacy alone.
  private func ownHeldBlocks(
    of record: CandidacyRecord, in framework: Framework, on day: CalendarDate
  ) -> [BlockCode: HeldBlock] {
    var heldBlocks: [BlockCode: HeldBlock] = [:]
    for block in Set(record.decisions.all.map(\.block) + record.recognitions.map(\.block)) {
      heldBlocks[block] = grants(of: block, in: record, framework)
        .filter { $0.lastDay.map { day <= $0 } ?? true }
        .map(\.held)
        .min { $0.moment < $1.moment }
    }
    return heldBlocks
  }

  /// The grant of a block whose validity ended last, and the day after its last day; nil if no
  /// grant in force has expired.
  func expiry(
    of block: BlockCode, in record: CandidacyRecord, _ framework: Framework, on day: CalendarDate
  ) -> (held: HeldBlock, since: CalendarDate)? {
    grants(of: block, in: record, framework)
      .compactMap { grant in
        guard let lastDay = grant.lastDay, lastDay < day else { return nil }
        return (grant.held, lastDay.adding(days: 1))
      }
      .max {
        $0.since == $1.since ? $1.held.moment < $0.held.moment : $0.since < $1.since
      }
  }

  /// The last day of validity that a recognition would give in its candidacy; nil if it has no
  /// limit, or if the candidacy or its certification is not known.
  package func lastDay(of data: PriorValidationRecognised, at moment: Moment) -> CalendarDate? {
    guard let record = records[data.candidacy], let enrolment = record.enrolment,
      let framework = timeless.frameworks[enrolment.value.certification]
    else { return nil }
    let recognition = BlockRecognition(block: data.block, source: data.source, moment: moment)
    return lastDay(ofValidityFrom: validityStart(of: recognition, framework), framework)
  }

  /// The validations and recognitions in force of a block, expired or not.
  private func grants(
    of block: BlockCode, in record: CandidacyRecord, _ framework: Framework
  ) -> [BlockGrant] {
    let validated = record.decisions.all.compactMap { decision -> BlockGrant? in
      guard decision.block == block, decision.isValidationInForce else { return nil }
      return BlockGrant(
        held: HeldBlock(status: .validated, moment: decision.moment, jury: decision.jury),
        lastDay: lastDay(ofValidityFrom: decision.moment.day, framework))
    }
    let recognised = record.recognitions.compactMap { recognition -> BlockGrant? in
      guard recognition.block == block, recognition.revoked == nil else { return nil }
      return BlockGrant(
        held: HeldBlock(status: .recognised, moment: recognition.moment, jury: nil),
        lastDay: lastDay(ofValidityFrom: validityStart(of: recognition, framework), framework))
    }
    return validated + recognised
  }

  /// The last day of a validity that starts on a day, by the policy of that day; nil: without
  /// limit.
  func lastDay(
    ofValidityFrom day: CalendarDate, _ framework: Framework
  ) -> CalendarDate? {
    let registration = framework.registration
    let limit = Policies.inForce(
      on: day, among: policies[registration.certification]?.blockValidity ?? [],
      else: registration.blockValidity)
    return limit.years.map { day.adding(years: $0.value) }
  }
}
