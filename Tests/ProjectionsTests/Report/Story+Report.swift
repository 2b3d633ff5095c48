import Events
import Projections

/// What a report counts, and the report.
extension Story {
  /// A report of a month or a year.
  ///
  /// - Parameter day: the day asked; nil: the period's last day.
  func report(
    _ period: String, on day: String? = nil, of code: String? = nil
  ) throws -> PeriodReport {
    let period = try Self.period(period)
    let day = try day.map { try CalendarDate($0) } ?? period.lastDay
    let timeless = ledger.log.timeless(ledger.end)
    var state = LedgerState(timeless)
    var facts = ReportFacts(of: period, timeless)
    for envelope in ledger.log.counted(on: day, known: ledger.end) {
      state.apply(envelope)
      facts.apply(envelope)
    }
    return state.report(
      facts, of: try code.map { try CertificationCode($0) }, findings: [], on: day,
      known: ledger.end)
  }

  private static func period(_ text: String) throws -> ReportPeriod {
    if let period = ReportPeriod(month: text) ?? ReportPeriod(year: text) { return period }
    throw InvalidValue.day
  }

  mutating func convene(
    jury: String, for code: String? = nil, on first: String, to last: String? = nil,
    _ day: String = "2018-01-01"
  ) throws {
    try record(
      day,
      .juryConvened(
        JuryConvened(
          jury: try JuryID(jury),
          certification: try code.map { try CertificationCode($0) }
            ?? certification, sessionOn: try CalendarDate(first),
          sessionTo: try last.map { try CalendarDate($0) }, mode: .onSite, members: nil)))
  }

  mutating func miss(_ jury: String, _ day: String, in id: String = "C1") throws {
    try record(
      day,
      .candidateAbsent(
        CandidateAbsent(jury: try JuryID(jury), candidacy: try CandidacyID(id), excused: true)))
  }

  mutating func refuse(_ block: Int, _ day: String, by jury: String, in id: String) throws {
    try record(
      day,
      .blockRefused(
        BlockRefused(
          jury: try JuryID(jury), candidacy: try CandidacyID(id), block: blocks[block - 1])))
  }
}

extension Outcomes {
  /// Presented, certified, partial, refused, fallen, absent.
  var figures: [Int] { [presented, certified, partial, refused, fallen, absent] }
}
