internal import Events

/// A declaration of an award: the flow deposited, and the latest answer to it.
struct DepositedFlow: Sendable {
  let flow: FlowID
  /// Of the latest deposit or answer.
  var moment: Moment
  var outcome: DeclarationOutcome?
  /// Whether it declared an award that was revoked since.
  var isSuperseded = false
}

extension CandidacyRecord {
  /// Records a deposit. An accepted flow stays accepted; a rejected one is deposited again.
  mutating func deposit(_ flow: FlowID, _ moment: Moment) {
    let index = flows.firstIndex { $0.flow == flow }
    if let index {
      if !flows[index].isSuperseded, flows[index].outcome == .accepted { return }
      flows.remove(at: index)
    }
    flows.append(DepositedFlow(flow: flow, moment: moment))
  }

  /// Records an answer. A flow whose deposit was not recorded counts as deposited, since it was
  /// answered.
  mutating func answer(_ outcome: DeclarationOutcome, to flow: FlowID, _ moment: Moment) {
    guard let index = flows.firstIndex(where: { $0.flow == flow }) else {
      return flows.append(DepositedFlow(flow: flow, moment: moment, outcome: outcome))
    }
    if flows[index].isSuperseded || flows[index].outcome == outcome { return }
    flows[index].outcome = outcome
    flows[index].moment = moment
  }

  /// Marks the flows of a revoked award, so that neither they nor late answers to them count for
  /// another award.
  mutating func supersedeFlows() {
    for index in flows.indices { flows[index].isSuperseded = true }
  }
}
