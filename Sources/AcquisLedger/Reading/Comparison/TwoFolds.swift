internal import EventLog
internal import Events
internal import Projections
internal import Rules

/// Two folds up to one day, as known at two positions, made in one reading of the log.
struct TwoFolds {
  /// What is known at one position.
  struct Fold {
    let state: LedgerState
    let persons: PersonRecords
    /// By entry and rule.
    let findings: [FindingKey: Finding]
  }

  struct FindingKey: Hashable {
    let position: Position
    let rule: RuleID
  }

  let before: Fold
  let after: Fold

  /// Cost: one reading of the log, and each event judged twice.
  ///
  /// - Parameter progress: called every 4,096 events with the number judged.
  init(
    on day: CalendarDate, from: Position, to: Position, in log: some EventLog,
    progress: (Int) -> Void
  ) throws {
    let timeless = (
      try log.timelessFacts(through: from), try log.timelessFacts(through: to)
    )
    var introduced = (IntroducedIDs(), IntroducedIDs())
    var selections = (SelectionFacts(), SelectionFacts())
    let types =
      IntroducedIDs.types + IntroducedIDs.typesUnderCertification + SelectionFacts.types
    try log.read(EventQuery(types: types, through: to)) { stored in
      let envelope = try stored.envelope()
      if envelope.position <= from, !timeless.0.annulled.contains(envelope.event.id) {
        introduced.0.take(envelope)
        selections.0.take(envelope)
      }
      if timeless.1.annulled.contains(envelope.event.id) { return }
      introduced.1.take(envelope)
      selections.1.take(envelope)
    }
    var judges = (
      FoldOrderJudge(JudgingState(timeless.0, introduced.0, selections.0)),
      FoldOrderJudge(JudgingState(timeless.1, introduced.1, selections.1))
    )
    var persons = (PersonRecords(timeless.0), PersonRecords(timeless.1))
    var count = 0
    var everything = EventQuery(through: to, onOrBefore: day, order: .fold)
    everything.checksHashes = false
    try log.read(everything) { stored in
      let envelope = try stored.envelope()
      if envelope.position <= from {
        judges.0.take(envelope)
        persons.0.apply(envelope)
      }
      judges.1.take(envelope)
      persons.1.apply(envelope)
      count += 1
      if count.isMultiple(of: 4096) { progress(count) }
    }
    let findings = (judges.0.findings(on: day), judges.1.findings(on: day))
    before = Fold(
      state: judges.0.folded, persons: persons.0, findings: Self.byKey(findings.0))
    after = Fold(state: judges.1.folded, persons: persons.1, findings: Self.byKey(findings.1))
  }

  private static func byKey(_ findings: [Finding]) -> [FindingKey: Finding] {
    Dictionary(
      findings.map { (FindingKey(position: $0.position, rule: $0.rule), $0) },
      uniquingKeysWith: { first, _ in first })
  }
}
