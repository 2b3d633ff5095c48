internal import Events

extension LedgerState {
  /// The states of a candidacy's blocks, in the framework's order.
  func blocks(
    of record: CandidacyRecord, in framework: Framework, on day: CalendarDate,
    _ holdings: [BlockCode: Holding]
  ) -> [BlockState] {
    let (acquired, firstAcquired) = acquisitions(in: record, framework)
    return framework.blocks.indices.map { index in
      let code = framework.blocks[index].code
      let last =
        holdings[code].map {
          LastWord(status: $0.status, moment: $0.moment, jury: $0.jury)
        }
        ?? lastWord(on: code, in: record, framework, on: day)
        ?? firstAcquired[index].map { LastWord(status: .assessed, moment: $0) }
      return BlockState(
        code: code, status: last?.status ?? .missing, since: last?.since,
        position: last?.moment.position, jury: last?.jury, acquired: acquired[index],
        competencies: framework.competencyCounts[index])
    }
  }

  /// How many competencies of each block are acquired, by the latest assessment of each, and the
  /// earliest of those assessments.
  private func acquisitions(
    in record: CandidacyRecord, _ framework: Framework
  ) -> (counts: [Int], first: [Moment?]) {
    var counts = Array(repeating: 0, count: framework.blocks.count)
    var first: [Moment?] = Array(repeating: nil, count: framework.blocks.count)
    var isSettled = Array(repeating: false, count: knowledge.competencies.codes.count)
    // The latest first: what comes before it no longer counts.
    for grid in record.assessments.reversed() {
      for (place, isAcquired) in grid.value.latestFirst where !isSettled[place] {
        isSettled[place] = true
        guard isAcquired, let block = framework.block(ofCompetency: place) else { continue }
        counts[block] += 1
        first[block] = grid.moment
      }
    }
    return (counts, first)
  }

  /// What the state of a block that is not held comes from.
  private struct LastWord {
    let status: BlockStatus
    let moment: Moment
    var jury: JuryID?
    /// The day the state began, where that is not the day of the event.
    var begins: CalendarDate?

    var since: CalendarDate { begins ?? moment.day }
  }

  /// The latest of what was decided on a block that is not held: a standing refusal, a revocation of
  /// what was held, a validity that ran out. Decisions fallen on appeal and refusals revoked are as if
  /// they had not been.
  private func lastWord(
    on block: BlockCode, in record: CandidacyRecord, _ framework: Framework, on day: CalendarDate
  ) -> LastWord? {
    var words: [LastWord] = []
    for decision in record.decisions where decision.block == block {
      switch decision.fate {
      case .stands where !decision.validated:
        words.append(
          LastWord(status: .refused, moment: decision.moment, jury: decision.jury))
      case .revoked(let moment) where decision.validated:
        words.append(LastWord(status: .revoked, moment: moment, jury: decision.jury))
      case .stands, .revoked, .fallen: continue
      }
    }
    for recognition in record.recognitions where recognition.block == block {
      if let moment = recognition.revoked {
        words.append(LastWord(status: .revoked, moment: moment))
      }
    }
    if let expiry = expiry(of: block, in: record, framework, on: day) {
      words.append(
        LastWord(
          status: .expired, moment: expiry.holding.moment, jury: expiry.holding.jury,
          begins: expiry.since))
    }
    return words.max { ($0.since, $0.moment.position) < ($1.since, $1.moment.position) }
  }
}
