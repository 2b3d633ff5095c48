package import Events

/// A validation or recognition in force of a block, with the end of its validity.
struct BlockGrant {
  let held: HeldBlock
  /// The last day of validity, inclusive; nil: without limit.
  let lastDay: CalendarDate?

  /// Whether its validity is over on a day; never where none is asked.
  func isOver(on day: CalendarDate?) -> Bool {
    guard let day, let lastDay else { return false }
    return lastDay < day
  }
}

extension [BlockGrant] {
  /// The grant of a block whose validity ended last, and the day after its last day; nil if none of the
  /// block has expired.
  func expiry(
    of block: BlockCode, on day: CalendarDate
  ) -> (held: HeldBlock, since: CalendarDate)? {
    compactMap { grant in
      guard grant.held.block == block, grant.isOver(on: day), let lastDay = grant.lastDay else {
        return nil
      }
      return (grant.held, lastDay.adding(days: 1))
    }
    .max {
      $0.since == $1.since ? $1.held.moment < $0.held.moment : $0.since < $1.since
    }
  }
}

extension LedgerState {
  /// The blocks held by the facts of one candidacy alone, each by its earliest grant.
  ///
  /// - Parameter day: the day on which their validity must not be over; nil: whatever their validity.
  func ownHeldBlocks(
    of candidacy: CandidacyID, _ record: CandidacyRecord, in framework: Framework?,
    on day: CalendarDate?
  ) -> [BlockCode: HeldBlock] {
    var heldBlocks: [BlockCode: HeldBlock] = [:]
    for grant in grants(in: candidacy, record, framework) where !grant.isOver(on: day) {
      let held = grant.held
      if let earlier = heldBlocks[held.block], earlier.moment <= held.moment { continue }
      heldBlocks[held.block] = held
    }
    return heldBlocks
  }

  /// The validations and recognitions in force of a candidacy's blocks, expired or not. One that fell
  /// with a revoked award is not in force.
  func grants(
    in candidacy: CandidacyID, _ record: CandidacyRecord, _ framework: Framework?
  ) -> [BlockGrant] {
    let certification = record.enrolment?.value.certification
    let validated = record.decisions.all.compactMap { decision -> BlockGrant? in
      guard record.isGranting(decision) else { return nil }
      let day = decision.moment.day
      return BlockGrant(
        held: HeldBlock(
          status: .validated, moment: decision.moment, jury: decision.jury,
          origin: ValidationOrigin(day: day, jury: decision.jury, validatedOn: day),
          recognition: nil, holder: candidacy, certification: certification,
          block: decision.block),
        lastDay: lastDay(ofValidityFrom: day, framework))
    }
    let recognised = record.recognitions.compactMap { recognition -> BlockGrant? in
      guard record.isGranting(recognition) else { return nil }
      return BlockGrant(
        held: HeldBlock(
          status: .recognised, moment: recognition.moment, jury: nil, origin: recognition.origin,
          recognition: recognition, holder: candidacy, certification: certification,
          block: recognition.block),
        lastDay: lastDay(ofValidityFrom: recognition.origin.day, framework))
    }
    return validated + recognised
  }

  /// The last days of validity that a candidacy's validations and recognitions have or had, in no particular
  /// order: those of ``BlockGrant/lastDay`` and of what was revoked or fell. Empty, at no cost, where blocks are
  /// valid without limit.
  func validityEnds(_ record: CandidacyRecord, _ framework: Framework?) -> [CalendarDate] {
    guard let registration = framework?.registration,
      registration.blockValidity.years != nil
        || policies[registration.certification]?.blockValidity.isEmpty == false
    else { return [] }
    let starts = record.decisions.all.map(\.moment.day) + record.recognitions.map(\.origin.day)
    return starts.compactMap { lastDay(ofValidityFrom: $0, framework) }
  }

  /// The last day of a validity that starts on a day, by the policy of that day; nil: without
  /// limit, and where the framework is not known.
  package func lastDay(
    ofValidityFrom day: CalendarDate, _ framework: Framework?
  ) -> CalendarDate? {
    framework.flatMap { blockValidity(from: day, $0) }?.years.map { day.adding(years: $0.value) }
  }

  /// The validity of a block validated on a day, by the policy of that day.
  func blockValidity(from day: CalendarDate, _ framework: Framework) -> TimeLimit {
    let registration = framework.registration
    return Policies.inForce(
      on: day, among: policies[registration.certification]?.blockValidity ?? [],
      else: registration.blockValidity)
  }
}
