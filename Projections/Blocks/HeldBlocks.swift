package import Events

/// A block held, and what it is held by.
package struct Holding {
  package let status: BlockStatus
  /// The earliest standing decision or recognition.
  package let moment: Moment
  package let jury: JuryID?
}

/// What stands for a block in one candidacy: each validation and recognition with its end.
private struct Standing {
  let holding: Holding
  /// The last day it is held; nil: without limit.
  let lastDay: CalendarDate?
}

extension LedgerState {
  /// The blocks a candidacy holds on a day, its own and those of the candidacy it completes.
  ///
  /// A block stays held by the earliest decision that still stands; a later one, against R06, changes
  /// nothing until the first falls.
  ///
  /// - Parameter framework: the asker's framework, for a candidacy that has no enrolment of its own.
  package func holdings(
    of candidacy: CandidacyID, in framework: Framework, on day: CalendarDate
  ) -> [BlockCode: Holding] {
    // From the candidacy to the earliest of its chain, however long: no recursion.
    var chain: [[BlockCode: Holding]] = []
    var visited: Set<CandidacyID> = []
    var framework = framework
    var next: CandidacyID? = candidacy
    while let id = next, let record = records[id] {
      let earlier = record.enrolment?.value.completes
      if earlier != nil, !visited.insert(id).inserted { break }
      framework =
        record.enrolment.flatMap { timeless.frameworks[$0.value.certification] } ?? framework
      chain.append(ownHoldings(of: record, in: framework, on: day))
      next = earlier
    }
    guard var holdings = chain.popLast() else { return [:] }
    while var own = chain.popLast() {
      for (block, holding) in holdings {
        if let mine = own[block], mine.moment < holding.moment { continue }
        own[block] = Holding(status: .recognised, moment: holding.moment, jury: holding.jury)
      }
      holdings = own
    }
    return holdings
  }

  /// The blocks held by what was recorded of one candidacy alone.
  private func ownHoldings(
    of record: CandidacyRecord, in framework: Framework, on day: CalendarDate
  ) -> [BlockCode: Holding] {
    var holdings: [BlockCode: Holding] = [:]
    for block in Set(record.decisions.all.map(\.block) + record.recognitions.map(\.block)) {
      holdings[block] = standings(of: block, in: record, framework)
        .filter { $0.lastDay.map { day <= $0 } ?? true }
        .map(\.holding)
        .min { $0.moment < $1.moment }
    }
    return holdings
  }

  /// The first day on which the last of a block's validities is over, and what it was held by; nil
  /// where no standing decision has run out.
  func expiry(
    of block: BlockCode, in record: CandidacyRecord, _ framework: Framework, on day: CalendarDate
  ) -> (holding: Holding, since: CalendarDate)? {
    standings(of: block, in: record, framework)
      .compactMap { standing in
        guard let lastDay = standing.lastDay, lastDay < day else { return nil }
        return (standing.holding, lastDay.adding(days: 1))
      }
      .max {
        $0.since == $1.since ? $1.holding.moment < $0.holding.moment : $0.since < $1.since
      }
  }

  /// The last day of what a recognition would make held, in its candidacy; nil where it has no limit.
  package func lastDay(of data: PriorValidationRecognised, at moment: Moment) -> CalendarDate? {
    guard let record = records[data.candidacy], let enrolment = record.enrolment,
      let framework = timeless.frameworks[enrolment.value.certification]
    else { return nil }
    let recognition = BlockRecognition(block: data.block, source: data.source, moment: moment)
    return lastDay(ofValidityFrom: origin(of: recognition, framework), framework)
  }

  private func standings(
    of block: BlockCode, in record: CandidacyRecord, _ framework: Framework
  ) -> [Standing] {
    let validated = record.decisions.all.compactMap { decision -> Standing? in
      guard decision.block == block, decision.isValidationInForce else { return nil }
      return Standing(
        holding: Holding(status: .validated, moment: decision.moment, jury: decision.jury),
        lastDay: lastDay(ofValidityFrom: decision.moment.day, framework))
    }
    let recognised = record.recognitions.compactMap { recognition -> Standing? in
      guard recognition.block == block, recognition.revoked == nil else { return nil }
      return Standing(
        holding: Holding(status: .recognised, moment: recognition.moment, jury: nil),
        lastDay: lastDay(ofValidityFrom: origin(of: recognition, framework), framework))
    }
    return validated + recognised
  }

  /// The last day of a validity that runs from this day, by the policy of that day.
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
