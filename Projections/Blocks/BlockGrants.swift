package import Events

/// A validation or recognition in force of a block, with the end of its validity.
struct BlockGrant {
  let held: HeldBlock
  /// The last day of validity, inclusive; nil: without limit.
  let lastDay: CalendarDate?
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
    for block in Set(record.decisions.all.map(\.block) + record.recognitions.map(\.block)) {
      heldBlocks[block] = grants(of: block, in: candidacy, record, framework)
        .filter { grant in
          guard let day, let lastDay = grant.lastDay else { return true }
          return day <= lastDay
        }
        .map(\.held)
        .min { $0.moment < $1.moment }
    }
    return heldBlocks
  }

  /// The grant of a block whose validity ended last, and the day after its last day; nil if no
  /// grant in force has expired.
  func expiry(
    of block: BlockCode, in candidacy: CandidacyID, _ record: CandidacyRecord,
    _ framework: Framework, on day: CalendarDate
  ) -> (held: HeldBlock, since: CalendarDate)? {
    grants(of: block, in: candidacy, record, framework)
      .compactMap { grant in
        guard let lastDay = grant.lastDay, lastDay < day else { return nil }
        return (grant.held, lastDay.adding(days: 1))
      }
      .max {
        $0.since == $1.since ? $1.held.moment < $0.held.moment : $0.since < $1.since
      }
  }

  /// The validations and recognitions in force of a block, expired or not. One that fell with a
  /// revoked award is not in force.
  private func grants(
    of block: BlockCode, in candidacy: CandidacyID, _ record: CandidacyRecord,
    _ framework: Framework?
  ) -> [BlockGrant] {
    let validated = record.decisions.all.compactMap { decision -> BlockGrant? in
      guard decision.block == block, record.isGranting(decision) else { return nil }
      let day = decision.moment.day
      return BlockGrant(
        held: HeldBlock(
          status: .validated, moment: decision.moment, jury: decision.jury,
          origin: ValidationOrigin(day: day, jury: decision.jury, validatedOn: day),
          recognition: nil, holder: candidacy,
          certification: record.enrolment?.value.certification, block: block),
        lastDay: lastDay(ofValidityFrom: day, framework))
    }
    let recognised = record.recognitions.compactMap { recognition -> BlockGrant? in
      guard recognition.block == block, record.isGranting(recognition) else { return nil }
      return BlockGrant(
        held: HeldBlock(
          status: .recognised, moment: recognition.moment, jury: nil, origin: recognition.origin,
          recognition: recognition, holder: candidacy,
          certification: record.enrolment?.value.certification, block: block),
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
