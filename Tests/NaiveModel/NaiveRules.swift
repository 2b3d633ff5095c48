package import Events

/// A rule that an entry breaks.
package struct NaiveFinding: Hashable, Sendable {
  package let position: Int64
  package let rule: Int

  package init(position: Int64, rule: Int) {
    self.position = position
    self.rule = rule
  }
}

/// A second, deliberately naive answer on which rules an event or a history breaks: each rule reads the
/// whole list again, as the specification states it.
package struct NaiveRules {
  /// Everything known, in the order of positions.
  let history: [Envelope]

  package init(_ history: [Envelope]) { self.history = history }

  /// The numbers of the rules that refuse.
  package static let refusing = Set(1...17).union(22...25)
  /// The numbers of the rules that cannot be waived.
  package static let absolute: Set = [4, 14, 15]

  /// The numbers of the rules that recording this event now breaks, waived or not.
  ///
  /// - Parameter today: the day it is recorded.
  package func broken(by event: Event, today: CalendarDate) -> Set<Int> {
    let end = history.last?.position ?? .zero
    let entry = Envelope(position: end.next, recordedAt: Instant(endOf: today), event: event)
    return NaiveJudgement(entry, known: history, recordedOn: today).refusals()
  }

  /// Whether an event that breaks these rules is recorded: each is waived and waivable, and no other
  /// rule is waived.
  package static func allow(_ event: Event, breaking broken: Set<Int>) -> Bool {
    let waived = Set(event.waives?.elements.map(\.number) ?? [])
    return waived == broken && waived.isDisjoint(with: absolute)
  }

  /// Every rule broken in the history, on a day; waived ones included.
  package func findings(on day: CalendarDate) -> Set<NaiveFinding> {
    let ledger = NaiveLedger(log: history, day: day, known: Position(.max))
    var findings: Set<NaiveFinding> = []
    for entry in ledger.facts() {
      let judgement = NaiveJudgement(
        entry, known: history, recordedOn: entry.recordedAt.dayInParis)
      for rule in judgement.refusals().union(judgement.findings()) {
        findings.insert(NaiveFinding(position: entry.position.number, rule: rule))
      }
    }
    return findings.union(ledger.reading().findings())
  }
}
