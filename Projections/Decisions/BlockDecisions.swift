package import Events

/// The decisions of juries on the blocks of one candidacy, with their revocations, appeals and the
/// outcomes of appeals.
///
/// The only fold of these facts: a ``CandidacyRecord`` has one for all juries, a ``JuryRegister``
/// has one for each candidacy, and the rules read both. Facts must be applied in fold order.
///
/// A revocation or an appeal states a block and a jury, not a decision: it applies to that jury's
/// latest decision on the block that is in force at that moment. The outcome of an appeal applies
/// to the decision appealed against, even if the jury decided again since. If there is no such
/// decision (rules were waived), nothing changes.
///
/// Cost: each fact scans the decisions of one candidacy, about ten.
package struct BlockDecisions: Hashable, Sendable {
  /// An appeal whose outcome is not known yet.
  private struct Appeal: Hashable {
    let block: BlockCode
    let jury: JuryID
    /// The index in ``all`` of the decision appealed against; nil if none was in force.
    let decision: Int?
    let moment: Moment
  }

  /// Every decision, in fold order, in force or not.
  package private(set) var all: [BlockDecision] = []
  private var appeals: [Appeal] = []

  package init() {}

  /// Whether an appeal has no outcome yet, even if there was no decision in force to appeal
  /// against.
  package func hasPendingAppeal(on block: BlockCode, of jury: JuryID) -> Bool {
    appeals.contains { $0.block == block && $0.jury == jury }
  }

  /// The appeals without an outcome, in fold order: the latest of each block and jury, which one
  /// outcome answers.
  var pendingAppeals: [(block: BlockCode, jury: JuryID, position: Position)] {
    let latest = appeals.indices.filter { index in
      !appeals[(index + 1)...].contains {
        $0.block == appeals[index].block && $0.jury == appeals[index].jury
      }
    }
    return latest.map { (appeals[$0].block, appeals[$0].jury, appeals[$0].moment.position) }
  }

  package func isDecided(_ block: BlockCode, by jury: JuryID) -> Bool {
    latestInForce(on: block, of: jury) != nil
  }

  private func latestInForce(on block: BlockCode, of jury: JuryID) -> Int? {
    all.lastIndex { $0.block == block && $0.jury == jury && $0.isInForce }
  }
}

// MARK: The fold

extension BlockDecisions {
  package mutating func decide(_ data: BlockValidated, _ moment: Moment) {
    all.append(BlockDecision(data, moment))
  }

  package mutating func decide(_ data: BlockRefused, _ moment: Moment) {
    all.append(BlockDecision(data, moment))
  }

  package mutating func revoke(_ data: JuryDecisionRevoked, _ moment: Moment) {
    if let index = latestInForce(on: data.block, of: data.jury) {
      all[index].setFate(.revoked, at: moment)
    }
  }

  package mutating func appeal(_ data: DecisionAppealed, _ moment: Moment) {
    let index = latestInForce(on: data.block, of: data.jury)
    appeals.append(
      Appeal(block: data.block, jury: data.jury, decision: index, moment: moment))
    if let index { all[index].setFate(.appealed, at: moment) }
  }

  /// Overturns every decision of a jury that was annulled, revoked ones included: they count as never
  /// made. One that has fallen already keeps the event that overturned it.
  package mutating func fall(of jury: JuryID, _ moment: Moment) {
    for index in all.indices where all[index].jury == jury && all[index].fate != .fallen {
      all[index].setFate(.fallen, at: moment)
    }
  }

  /// Applies the outcome of the pending appeals of a block to the decision that the latest of them
  /// is against. If none is against a decision, a successful appeal overturns the latest one in
  /// force.
  ///
  /// A decision that was revoked while its appeal was pending is overturned too: it then counts as
  /// never made, not as in force until it was revoked.
  package mutating func decideAppeal(_ data: AppealDecided, _ moment: Moment) {
    let answered = appeals.filter { $0.block == data.block && $0.jury == data.jury }
    appeals.removeAll { $0.block == data.block && $0.jury == data.jury }
    let appealed = answered.last { $0.decision != nil }?.decision
    switch data.outcome {
    case .falls:
      if let index = appealed ?? latestInForce(on: data.block, of: data.jury) {
        all[index].setFate(.fallen, at: moment)
      }
    case .stands:
      if let index = appealed, all[index].isInForce { all[index].setFate(.upheld, at: moment) }
    }
  }
}
