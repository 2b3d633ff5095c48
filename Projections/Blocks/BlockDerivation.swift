internal import Events

extension LedgerState {
  /// The states of a candidacy's blocks, in the framework's order.
  ///
  /// - Parameter heldBlocks: the blocks held on that day (``heldBlocks(of:in:on:)``).
  func blocks(
    of candidacy: CandidacyID, _ record: CandidacyRecord, in framework: Framework,
    on day: CalendarDate, _ heldBlocks: [BlockCode: HeldBlock]
  ) -> [BlockState] {
    let (acquired, firstAcquired) = acquisitions(in: record, framework)
    let decisions = record.decisions.all
    let grants = grants(in: candidacy, record, framework)
    return framework.blocks.indices.map { index in
      let code = framework.blocks[index].code
      let last =
        heldBlocks[code].map {
          DecidingFact(status: $0.status, moment: $0.moment, jury: $0.jury)
        }
        ?? decidingFact(on: code, record, decisions, grants, on: day)
        ?? firstAcquired[index].map { DecidingFact(status: .assessed, moment: $0) }
      return BlockState(
        code: code, status: last?.status ?? .missing, since: last?.since,
        position: last?.moment.position, jury: last?.jury,
        source: heldBlocks[code].flatMap {
          source(of: $0, in: candidacy, framework.registration.certification)
        },
        acquired: acquired[index],
        competencies: framework.competencyCounts[index])
    }
  }

  /// For each block, the number of competencies acquired, by the latest assessment of each, and the
  /// earliest of those assessments.
  private func acquisitions(
    in record: CandidacyRecord, _ framework: Framework
  ) -> (counts: [Int], first: [Moment?]) {
    var counts = Array(repeating: 0, count: framework.blocks.count)
    var first: [Moment?] = Array(repeating: nil, count: framework.blocks.count)
    var isSettled = Array(repeating: false, count: timeless.competencies.codes.count)
    // From the latest assessment to the earliest: only the latest of each competency counts.
    for page in record.assessments.reversed() {
      for (place, isAcquired) in page.results where !isSettled[place] {
        isSettled[place] = true
        guard isAcquired, let block = framework.block(ofCompetency: place) else { continue }
        counts[block] += 1
        first[block] = page.moment
      }
    }
    return (counts, first)
  }

  /// The fact that determines the state of a block.
  private struct DecidingFact {
    let status: BlockStatus
    let moment: Moment
    var jury: JuryID?
    /// The day the state began, where that is not the day of the event.
    var begins: CalendarDate?

    var since: CalendarDate { begins ?? moment.day }
  }

  /// The latest fact about a block that is not held: a refusal in force, a validation or
  /// recognition revoked, or fallen with an award, a validity that ended. Decisions overturned on appeal and refusals
  /// revoked do not count.
  private func decidingFact(
    on block: BlockCode, _ record: CandidacyRecord, _ decisions: [BlockDecision],
    _ grants: [BlockGrant], on day: CalendarDate
  ) -> DecidingFact? {
    var facts: [DecidingFact] = []
    for decision in decisions where decision.block == block {
      switch (decision.verdict, decision.fate) {
      case (.refused, .stands), (.refused, .appealed), (.refused, .upheld):
        facts.append(
          DecidingFact(status: .refused, moment: decision.moment, jury: decision.jury))
      case (.validated, .revoked):
        guard let moment = decision.fateMoment else { continue }
        facts.append(DecidingFact(status: .revoked, moment: moment, jury: decision.jury))
      case (.validated, .stands), (.validated, .appealed), (.validated, .upheld),
        (.validated, .fallen), (.refused, .revoked), (.refused, .fallen):
        continue
      }
    }
    for recognition in record.recognitions where recognition.block == block {
      if let moment = recognition.revoked {
        facts.append(DecidingFact(status: .revoked, moment: moment))
      }
    }
    if let fallen = record.fallenBlocks[block] {
      facts.append(DecidingFact(status: .revoked, moment: fallen.moment, jury: fallen.jury))
    }
    if let expiry = grants.expiry(of: block, on: day) {
      facts.append(
        DecidingFact(
          status: .expired, moment: expiry.held.moment, jury: expiry.held.jury,
          begins: expiry.since))
    }
    return facts.max { ($0.since, $0.moment.position) < ($1.since, $1.moment.position) }
  }
}
