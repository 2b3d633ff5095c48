package import Events

/// The decisions of juries on the blocks of one candidacy, with what became of each: revoked, appealed
/// against, upheld or overturned.
///
/// The one fold of these facts. A candidacy's record holds it for every jury, a jury's register for each
/// candidacy before that jury, and the rules read it. Facts come in fold order.
///
/// A revocation, an appeal and its outcome name a block and a jury, not a decision. What they are about
/// is that jury's latest decision on the block in force at that moment. The outcome of an appeal is
/// about the decision appealed against, whatever was decided since. Where rules were set aside, they may
/// name nothing: they change no decision then.
///
/// Cost: a scan of one candidacy's decisions for each fact, some ten of them.
package struct BlockDecisions: Hashable, Sendable {
  /// An appeal whose outcome is not known yet.
  private struct Appeal: Hashable {
    let block: BlockCode
    let jury: JuryID
    /// The place in ``all`` of the decision appealed against; nil where none was in force.
    let decision: Int?
  }

  /// Every decision, in fold order, in force or not.
  package private(set) var all: [BlockDecision] = []
  private var appeals: [Appeal] = []

  package init() {}

  /// Whether an appeal waits for its outcome, whether or not a decision was in force to appeal against.
  package func hasPendingAppeal(on block: BlockCode, of jury: JuryID) -> Bool {
    appeals.contains { $0.block == block && $0.jury == jury }
  }

  /// Whether a jury has a decision in force on a block.
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
      all[index].become(.revoked, at: moment)
    }
  }

  package mutating func appeal(_ data: DecisionAppealed, _ moment: Moment) {
    let index = latestInForce(on: data.block, of: data.jury)
    appeals.append(Appeal(block: data.block, jury: data.jury, decision: index))
    if let index { all[index].become(.appealed, at: moment) }
  }

  /// The outcome of the pending appeals on a block: about the decision that the latest of them is
  /// against. Where none is against a decision, an appeal that succeeds overturns the latest in force.
  ///
  /// A decision revoked while its appeal was pending is overturned all the same: as if it had never been
  /// made, not as if it had counted until it was revoked.
  package mutating func decideAppeal(_ data: AppealDecided, _ moment: Moment) {
    let answered = appeals.filter { $0.block == data.block && $0.jury == data.jury }
    appeals.removeAll { $0.block == data.block && $0.jury == data.jury }
    let appealed = answered.last { $0.decision != nil }?.decision
    switch data.outcome {
    case .falls:
      if let index = appealed ?? latestInForce(on: data.block, of: data.jury) {
        all[index].become(.fallen, at: moment)
      }
    case .stands:
      if let index = appealed, all[index].isInForce { all[index].become(.upheld, at: moment) }
    }
  }
}
