internal import EventLog
internal import Events
internal import Projections

extension CandidacyRows {
  /// The rows of a candidacy; none where it has no standings.
  init(of id: CandidacyID, _ standings: Standings?) {
    guard let standings else {
      self.init(candidacy: id)
      return
    }
    let intervals = standings.intervals
    let ends = intervals.dropFirst().map { $0.from.adding(days: -1) } + [.last]
    let days = zip(intervals, ends).map { $0.from...$1 }
    self.init(
      candidacy: id, standings: zip(intervals, days).map(StandingRow.init),
      dues: Self.dues(zip(intervals, days)), award: standings.award.map(AwardRow.init))
  }

  /// The last days of all intervals; one named in intervals that follow each other is one row.
  private static func dues(
    _ intervals: some Sequence<(Standing, ClosedRange<CalendarDate>)>
  ) -> [DueRow] {
    var ended: [DueRow] = []
    var current: [DueRow] = []
    for (standing, days) in intervals {
      var named: [DueRow] = []
      for due in standing.deadlines {
        let (kind, lastDay) = (due.kind.rawValue, due.lastDay)
        let earlier = current.firstIndex { $0.kind == kind && $0.lastDay == lastDay }
        var row =
          earlier.map { current.remove(at: $0) }
          ?? DueRow(kind: kind, lastDay: lastDay, days: days)
        row.days = row.days.lowerBound...days.upperBound
        named.append(row)
      }
      ended += current
      current = named
    }
    return (ended + current).sorted {
      ($0.lastDay, $0.kind, $0.days.lowerBound) < ($1.lastDay, $1.kind, $1.days.lowerBound)
    }
  }
}

extension StandingRow {
  init(_ standing: Standing, _ days: ClosedRange<CalendarDate>) {
    self.init(
      days: days, status: standing.status.rawValue, certification: standing.certification,
      pathway: standing.pathway.rawValue,
      window: standing.window == .none ? nil : standing.window.rawValue,
      windowLastDay: standing.windowLastDay ?? .last, isLastOfChain: standing.isLastOfChain,
      declaration: standing.declaration?.rawValue, isOwed: standing.isOwed,
      isLate: standing.isLate, isToReview: standing.isToReview, missing: standing.missing)
  }
}

extension AwardRow {
  init(_ award: CountedAward) {
    let sixMonths: Answer =
      award.sixMonths.map { $0.isInOccupation ? .inOccupation : $0.isEmployed ? .employed : .no }
      ?? .none
    self.init(
      certification: award.certification, year: award.year,
      isByExperience: award.isByExperience, sixMonths: sixMonths,
      twoYears: award.isInOccupationAfterTwoYears.map { $0 ? .inOccupation : .no } ?? .none)
  }

  /// So many of these awards.
  func counts(of count: Int) -> AwardCounts {
    func of(_ isCounted: Bool) -> Int { isCounted ? count : 0 }
    return AwardCounts(
      certified: count, byExperience: of(isByExperience), answeredSixMonths: of(sixMonths != .none),
      employed: of(sixMonths == .employed || sixMonths == .inOccupation),
      inOccupation: of(sixMonths == .inOccupation), answeredTwoYears: of(twoYears != .none),
      inOccupationTwoYears: of(twoYears == .inOccupation))
  }
}
