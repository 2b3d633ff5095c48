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

  /// Cost: one reading of the log; each event is folded twice, and judged twice where rules are judged,
  /// which takes three times as long.
  ///
  /// - Parameters:
  ///   - isJudged: whether rules are judged; without, there are no findings.
  ///   - progress: called every 4,096 events with the number folded.
  init(
    on day: CalendarDate, from: Position, to: Position, in log: some EventLog, isJudged: Bool,
    progress: (Int) -> Void
  ) throws {
    let timeless = (
      try log.timelessFacts(through: from), try log.timelessFacts(through: to)
    )
    var folds = (OneFold(timeless.0), OneFold(timeless.1))
    if isJudged {
      let judges = try Self.judges(timeless.0, from, timeless.1, to, in: log)
      (folds.0.judge, folds.1.judge) = judges
    }
    var persons = (PersonRecords(timeless.0), PersonRecords(timeless.1))
    var count = 0
    var everything = EventQuery(through: to, onOrBefore: day, order: .fold)
    everything.checksHashes = false
    try log.read(everything) { stored in
      let envelope = try stored.envelope()
      if envelope.position <= from {
        folds.0.take(envelope)
        persons.0.apply(envelope)
      }
      folds.1.take(envelope)
      persons.1.apply(envelope)
      count += 1
      if count.isMultiple(of: 4096) { progress(count) }
    }
    before = folds.0.fold(on: day, persons.0)
    after = folds.1.fold(on: day, persons.1)
  }

  /// The judges of what is known at both positions.
  ///
  /// Cost: one reading of the entries that introduce ids or decide on a selection.
  private static func judges(
    _ before: TimelessFacts, _ from: Position, _ after: TimelessFacts, _ to: Position,
    in log: some EventLog
  ) throws -> (FoldOrderJudge, FoldOrderJudge) {
    var introduced = (IntroducedIDs(), IntroducedIDs())
    var selections = (SelectionFacts(), SelectionFacts())
    let types =
      IntroducedIDs.types + IntroducedIDs.typesUnderCertification + SelectionFacts.types
    try log.read(EventQuery(types: types, through: to)) { stored in
      let envelope = try stored.envelope()
      if envelope.position <= from, !before.annulled.contains(envelope.event.id) {
        introduced.0.take(envelope)
        selections.0.take(envelope)
      }
      if after.annulled.contains(envelope.event.id) { return }
      introduced.1.take(envelope)
      selections.1.take(envelope)
    }
    return (
      FoldOrderJudge(JudgingState(before, introduced.0, selections.0)),
      FoldOrderJudge(JudgingState(after, introduced.1, selections.1))
    )
  }
}

/// A fold with or without the judgement of rules.
private struct OneFold {
  var judge: FoldOrderJudge?
  /// The fold where there is no judge, which keeps its own.
  private var state: LedgerState

  init(_ timeless: TimelessFacts) { state = LedgerState(timeless) }

  mutating func take(_ envelope: Envelope) {
    if judge == nil {
      state.apply(envelope)
    } else {
      judge?.take(envelope)
    }
  }

  mutating func fold(on day: CalendarDate, _ persons: PersonRecords) -> TwoFolds.Fold {
    let findings = judge?.findings(on: day) ?? []
    return TwoFolds.Fold(
      state: judge?.folded ?? state, persons: persons, findings: Self.byKey(findings))
  }

  private static func byKey(_ findings: [Finding]) -> [TwoFolds.FindingKey: Finding] {
    Dictionary(
      findings.map { (TwoFolds.FindingKey(position: $0.position, rule: $0.rule), $0) },
      uniquingKeysWith: { first, _ in first })
  }
}
