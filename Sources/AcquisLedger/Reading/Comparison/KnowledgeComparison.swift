public import EventLog
public import Events
public import Projections
internal import Rules

/// What changed in everything derived for a day, between what was known at two positions, and the
/// entries that changed it.
///
/// Equal to the difference of two whole replays, of the findings of both, and of the registers of all
/// juries; nothing else changed. Reads no clock and no vault: texts about persons stay sealed.
public struct KnowledgeComparison: Sendable {
  /// The day that both states are about.
  public let on: CalendarDate
  /// The last position known before.
  public let from: Position
  /// The last position known after.
  public let to: Position
  public let entries: EntriesBetween
  /// In the order of ``Projections/ChangeGravity``.
  public let changes: [StateChange]
  /// The candidacies that changed, by id.
  public let candidacies: [ChangedCandidacy]
  public let counts: Counts
  /// Whether findings are compared.
  public let isJudged: Bool
  /// The entries that made the changes, by position.
  public let causes: [Position: ChangeCause]

  /// How many there are in either state, and how many are the same.
  public struct Counts: Hashable, Sendable {
    public let candidacies: Int
    public let unchangedCandidacies: Int
    public let unchangedCertifications: Int
    public let unchangedJuries: Int
    public let unchangedPersons: Int
    public let unchangedFindings: Int
  }

  /// Cost: one reading of the log that judges each event twice, two of the entries between, two index
  /// reads for each jury that they are about; memory in proportion to the candidacies.
  ///
  /// - Parameters:
  ///   - from: the last position known before; not above `to`.
  ///   - to: the last position known after.
  ///   - isJudged: whether the rules are judged; without, no finding is compared, and it takes a third of
  ///     the time.
  ///   - progress: called every 4,096 events with the number folded.
  /// - Throws: ``LogFailure``.
  public init(
    on day: CalendarDate, from: Position, to: Position, in log: some EventLog,
    isJudged: Bool = true, progress: (Int) -> Void = { _ in }
  ) throws {
    on = day
    self.from = from
    self.to = to
    self.isJudged = isJudged
    let entries = try EntriesBetween(from: from, to: to, in: log)
    self.entries = entries
    let folds = try TwoFolds(
      on: day, from: from, to: to, in: log, isJudged: isJudged, progress: progress)
    let ledger = LedgerComparison(folds.before.state, folds.after.state, on: day)
    let juries = try JuryChanges(entries, on: day, from: from, to: to, in: log)
    let findings = try FindingChanges(folds.before.findings, folds.after.findings, in: log)
    let persons = folds.before.persons.changes(to: folds.after.persons)
    let found = ledger.changes + juries.changes + findings.changes + persons
    let explaining = try ChangeCauses(
      of: found, folds, findingSubjects: findings.subjects, from: from, to: to, in: log)
    changes = explaining.explained(found, ledger.candidacies).worstFirst
    candidacies = ledger.candidacies
    causes = explaining.causes
    let known = folds.before.persons.ids.union(folds.after.persons.ids).count
    counts = Counts(
      candidacies: ledger.candidacyCount,
      unchangedCandidacies: ledger.candidacyCount - ledger.candidacies.count,
      unchangedCertifications: ledger.unchangedCertifications,
      unchangedJuries: juries.unchanged,
      unchangedPersons: known - Set(persons.map(\.subject)).count(where: \.isCandidate),
      unchangedFindings: findings.unchanged)
  }
}

extension Subject {
  fileprivate var isCandidate: Bool { if case .candidate = self { true } else { false } }
}
