internal import Events

/// One declaration of an award: the flow it was deposited in, and the latest answer to it.
struct DepositedFlow: Sendable {
  let flow: FlowID
  /// The latest deposit or answer.
  var moment: Moment
  var outcome: DeclarationOutcome?
  /// Whether it declared an award since revoked.
  var isSuperseded = false
}

extension CandidacyRecord {
  /// Takes a deposit in. A flow already accepted stays so; one rejected is sent again.
  mutating func deposit(_ flow: FlowID, _ moment: Moment) {
    let index = flows.firstIndex { $0.flow == flow }
    if let index {
      if !flows[index].isSuperseded, flows[index].outcome == .accepted { return }
      flows.remove(at: index)
    }
    flows.append(DepositedFlow(flow: flow, moment: moment))
  }

  /// Takes an answer in. A flow whose deposit was not recorded counts as deposited: it was answered.
  mutating func answer(_ outcome: DeclarationOutcome, to flow: FlowID, _ moment: Moment) {
    guard let index = flows.firstIndex(where: { $0.flow == flow }) else {
      return flows.append(DepositedFlow(flow: flow, moment: moment, outcome: outcome))
    }
    if flows[index].isSuperseded || flows[index].outcome == outcome { return }
    flows[index].outcome = outcome
    flows[index].moment = moment
  }

  /// The award is revoked: what was deposited for it, and any late answer to that, says nothing of
  /// another award.
  mutating func supersedeFlows() {
    for index in flows.indices { flows[index].isSuperseded = true }
  }
}
