internal import EventLog
public import Events
public import Projections
internal import Rules

extension Question {
  /// The report of a month or a year, as it stands on the day asked.
  ///
  /// Cost: two folds of the whole log, one of them through every rule.
  ///
  /// - Parameters:
  ///   - certification: the one to be counted; nil: all.
  ///   - progress: called now and then with the number of events read.
  /// - Throws: ``LogFailure``.
  public func report(
    of period: ReportPeriod, certification: CertificationCode? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws -> PeriodReport {
    let timeless = try log.timelessFacts(through: known)
    var state = LedgerState(timeless)
    var facts = ReportFacts(of: period, timeless)
    var count = 0
    var everything = EventQuery(through: known, onOrBefore: on, order: .fold)
    everything.checksHashes = false
    try log.read(everything) { stored in
      let envelope = try stored.envelope()
      state.apply(envelope)
      facts.apply(envelope)
      count += 1
      if count.isMultiple(of: 65_536) { progress(count) }
    }
    let found = try findings { progress(count + $0) }.filter { finding in
      guard let certification else { return true }
      return try self.certification(of: finding, state, facts) == certification
    }
    return state.report(
      facts, of: certification, findings: ReportedRule.lines(of: found), on: on, known: known)
  }

  /// The certification that the entry of a finding is about: its candidacy's, its jury's or itself; nil if
  /// it is about a person alone.
  private func certification(
    of finding: Finding, _ state: LedgerState, _ facts: ReportFacts
  ) throws -> CertificationCode? {
    guard let fact = try log.event(at: finding.position)?.event.fact else { return nil }
    if let candidacy = fact.candidacy { return state.certification(of: candidacy) }
    for subject in fact.subjects {
      if case .certification(let code) = subject { return code }
    }
    return fact.jury.flatMap { facts.certification(of: $0) }
  }
}

extension ReportedRule {
  /// The findings of each rule, counted, by number.
  fileprivate static func lines(of findings: [Finding]) -> [ReportedRule] {
    Dictionary(grouping: findings, by: \.rule).map { rule, findings in
      let waived = findings.count(where: \.isWaived)
      return ReportedRule(rule: rule, broken: findings.count - waived, waived: waived)
    }.sorted { $0.rule < $1.rule }
  }
}
