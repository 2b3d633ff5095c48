public import Events

/// A candidacy before a jury, and what came of it.
public struct JuryCandidacy: Hashable, Sendable {
  /// What came of a summons; what the jury decided comes before an absence, that before a withdrawal.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// The jury has not decided yet.
    case summoned
    /// The summons was withdrawn, and not made again.
    case withdrawn
    /// The candidate was absent.
    case absent
    /// The jury decided, whatever became of its decisions.
    case decided
  }

  /// An absence.
  public struct Absence: Hashable, Sendable {
    /// Whether it was excused.
    public let excused: Bool
    /// The event that says so.
    public let position: Position
  }

  /// The candidacy.
  public let candidacy: CandidacyID
  /// The latest summons; nil where the jury decided, or noted an absence, without one.
  public internal(set) var summoned: Position?
  /// The withdrawal of that summons.
  public internal(set) var withdrawn: Position?
  /// The absence, excused or not.
  public internal(set) var absence: Absence?
  /// What was decided, in fold order; what no longer stands is listed too.
  public internal(set) var decisions: [JuryDecision] = []
  /// Pending appeals, each with the place in ``decisions`` of what it is against.
  var appeals: [Appeal] = []

  /// What came of the summons.
  public var outcome: Outcome {
    if !decisions.isEmpty { return .decided }
    if absence != nil { return .absent }
    return withdrawn == nil ? .summoned : .withdrawn
  }

  /// An appeal not decided yet.
  struct Appeal: Hashable {
    let block: BlockCode
    let decision: Int
  }

  init(_ candidacy: CandidacyID) { self.candidacy = candidacy }
}

extension JuryCandidacy {
  mutating func summon(_ moment: Moment) {
    summoned = moment.position
    withdrawn = nil
  }

  mutating func decide(
    _ block: BlockCode, _ verdict: JuryDecision.Verdict, without: NonEmpty<MemberID>?,
    _ moment: Moment
  ) {
    decisions.append(
      JuryDecision(
        block: block, verdict: verdict, decidedOn: moment.day, position: moment.position,
        without: without?.elements ?? []))
  }

  /// Revokes the latest decision on the block that still stands, if there is one.
  mutating func revoke(_ block: BlockCode, _ moment: Moment) {
    if let index = latestStanding(on: block) { settle(index, .revoked, moment) }
  }

  /// Notes which decision an appeal is against: the latest on the block that stands.
  mutating func appeal(_ block: BlockCode, _ moment: Moment) {
    guard let index = latestStanding(on: block) else { return }
    appeals.append(Appeal(block: block, decision: index))
    settle(index, .appealed, moment)
  }

  /// Settles the decision the latest pending appeal is against; where none is pending, an appeal that
  /// succeeds is against the latest decision that stands.
  mutating func decideAppeal(_ data: AppealDecided, _ moment: Moment) {
    let pending = appeals.last { $0.block == data.block }?.decision
    appeals.removeAll { $0.block == data.block }
    switch data.outcome {
    case .falls:
      if let index = pending ?? latestStanding(on: data.block) { settle(index, .fallen, moment) }
    case .stands:
      if let pending, decisions[pending].stands { settle(pending, .upheld, moment) }
    }
  }

  private func latestStanding(on block: BlockCode) -> Int? {
    decisions.lastIndex { $0.block == block && $0.stands }
  }

  private mutating func settle(_ index: Int, _ fate: JuryDecision.Fate, _ moment: Moment) {
    decisions[index].fate = fate
    decisions[index].fateBy = moment.position
  }
}
