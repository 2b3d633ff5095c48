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
/// Cost: each fact scans the decisions of one candidacy, about ten. 48 bytes and 16 a decision; what
/// few decisions have, apart.
package struct BlockDecisions: Sendable {
  /// What few decisions have.
  private struct Details: Blank {
    /// The event that set the fate of a decision, by its index.
    var fateMoments: [Int: Moment] = [:]
    /// The members present who took no part in a decision, by its index.
    var without: [Int: [MemberID]] = [:]
    var appeals: [Appeal] = []
  }

  /// An appeal whose outcome is not known yet.
  private struct Appeal: Hashable {
    let block: BlockCode
    let jury: JuryID
    /// The index of the decision appealed against; nil if none was in force.
    let decision: Int?
    let moment: Moment
  }

  /// In fold order.
  private var decisions: [StoredDecision] = []
  /// The blocks, by number; those of a framework are one array for all its candidacies.
  private var blocks: [BlockCode]
  /// The juries, by number.
  private var juries = OneOrMore<JuryID>()
  @Apart private var details: Details

  /// - Parameter blocks: the blocks probably decided on, of which no copy is made.
  package init(expecting blocks: [BlockCode] = []) { self.blocks = blocks }

  package var isEmpty: Bool { decisions.isEmpty }

  /// Every decision, in fold order, in force or not.
  ///
  /// Cost: an array is made at each call.
  package var all: [BlockDecision] {
    let details = details
    return decisions.enumerated().map { index, decision in
      BlockDecision(
        block: blocks[decision.block], jury: juries[decision.jury], verdict: decision.verdict,
        without: details.without[index] ?? [], moment: decision.packed.moment,
        fate: decision.fate, fateMoment: details.fateMoments[index])
    }
  }

  /// Whether a jury decided, even if its decisions are no longer in force.
  func hasDecision(of jury: JuryID) -> Bool { juries.contains(jury) }

  /// Whether an appeal has no outcome yet, even if there was no decision in force to appeal
  /// against.
  package func hasPendingAppeal(on block: BlockCode, of jury: JuryID) -> Bool {
    details.appeals.contains { $0.block == block && $0.jury == jury }
  }

  /// The appeals without an outcome, in fold order: the latest of each block and jury, which one
  /// outcome answers.
  var pendingAppeals: [(block: BlockCode, jury: JuryID, position: Position)] {
    let appeals = details.appeals
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
    guard let block = blocks.firstIndex(of: block), let jury = juries.firstIndex(of: jury) else {
      return nil
    }
    return decisions.lastIndex { $0.block == block && $0.jury == jury && $0.fate.isInForce }
  }
}

// MARK: The fold

extension BlockDecisions {
  package mutating func decide(_ data: BlockValidated, _ moment: Moment) {
    decide(data.block, data.jury, .validated, without: data.without, moment)
  }

  package mutating func decide(_ data: BlockRefused, _ moment: Moment) {
    decide(data.block, data.jury, .refused, without: data.without, moment)
  }

  private mutating func decide(
    _ block: BlockCode, _ jury: JuryID, _ verdict: BlockDecision.Verdict,
    without: NonEmpty<MemberID>?, _ moment: Moment
  ) {
    let blockNumber = blocks.firstIndex(of: block) ?? blocks.endIndex
    if blockNumber == blocks.endIndex { blocks.append(block) }
    let juryNumber = juries.firstIndex(of: jury) ?? juries.endIndex
    if juryNumber == juries.endIndex { juries.append(jury) }
    if let without { details.without[decisions.endIndex] = without.elements }
    decisions.append(StoredDecision(block: blockNumber, jury: juryNumber, verdict, moment))
  }

  private mutating func setFate(
    of decision: Int, _ fate: BlockDecision.Fate, at moment: Moment
  ) {
    decisions[decision].fate = fate
    details.fateMoments[decision] = moment
  }

  package mutating func revoke(_ data: JuryDecisionRevoked, _ moment: Moment) {
    if let index = latestInForce(on: data.block, of: data.jury) {
      setFate(of: index, .revoked, at: moment)
    }
  }

  package mutating func appeal(_ data: DecisionAppealed, _ moment: Moment) {
    let index = latestInForce(on: data.block, of: data.jury)
    details.appeals.append(
      Appeal(block: data.block, jury: data.jury, decision: index, moment: moment))
    if let index { setFate(of: index, .appealed, at: moment) }
  }

  /// Overturns every decision of a jury that was annulled, revoked ones included: they count as never
  /// made. One that has fallen already keeps the event that overturned it.
  package mutating func fall(of jury: JuryID, _ moment: Moment) {
    guard let jury = juries.firstIndex(of: jury) else { return }
    for index in decisions.indices
    where decisions[index].jury == jury && decisions[index].fate != .fallen {
      setFate(of: index, .fallen, at: moment)
    }
  }

  /// Applies the outcome of the pending appeals of a block to the decision that the latest of them
  /// is against. If none is against a decision, a successful appeal overturns the latest one in
  /// force.
  ///
  /// A decision that was revoked while its appeal was pending is overturned too: it then counts as
  /// never made, not as in force until it was revoked.
  package mutating func decideAppeal(_ data: AppealDecided, _ moment: Moment) {
    let answered = details.appeals.filter { $0.block == data.block && $0.jury == data.jury }
    if !answered.isEmpty {
      details.appeals.removeAll { $0.block == data.block && $0.jury == data.jury }
    }
    let appealed = answered.last { $0.decision != nil }?.decision
    switch data.outcome {
    case .falls:
      if let index = appealed ?? latestInForce(on: data.block, of: data.jury) {
        setFate(of: index, .fallen, at: moment)
      }
    case .stands:
      if let index = appealed, decisions[index].fate.isInForce {
        setFate(of: index, .upheld, at: moment)
      }
    }
  }
}

/// Equal if the decisions and the appeals are, however the blocks and juries are numbered.
extension BlockDecisions: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.all == right.all && left.details.appeals == right.details.appeals
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(all) }
}
