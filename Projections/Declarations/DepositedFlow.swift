package import Events

/// A declaration of an award: the flow deposited, and the answers to it.
struct DepositedFlow: Sendable {
  /// The days on which an acceptance was in force.
  private struct Acceptance: Sendable {
    let from: CalendarDate
    /// The day it was rejected, which is no longer one of them; nil while it is in force.
    var until: CalendarDate?
  }

  let flow: FlowID
  /// Of the latest deposit or answer that changed something.
  var moment: Moment { packed.moment }
  private var packed: PackedMoment
  /// The latest answer; nil until it is answered.
  private(set) var outcome: DeclarationOutcome?
  private var acceptances = OneOrMore<Acceptance>()
  /// Whether it declared an award that was revoked since.
  var isSuperseded = false
  /// False where only answers to it are recorded.
  var isDeposited: Bool

  init(flow: FlowID, moment: Moment, isDeposited: Bool) {
    self.flow = flow
    packed = PackedMoment(moment)
    self.isDeposited = isDeposited
  }

  /// Whether an acceptance was in force at the end of a day.
  func isAccepted(on day: CalendarDate) -> Bool {
    acceptances.contains { $0.from <= day && ($0.until.map { day < $0 } ?? true) }
  }

  mutating func depositAgain(_ moment: Moment) {
    outcome = nil
    packed = PackedMoment(moment)
  }

  mutating func answer(_ outcome: DeclarationOutcome, _ moment: Moment) {
    if self.outcome == outcome { return }
    switch outcome {
    case .accepted: acceptances.append(Acceptance(from: moment.day))
    case .rejected:
      if self.outcome == .accepted { acceptances[acceptances.count - 1].until = moment.day }
    }
    self.outcome = outcome
    packed = PackedMoment(moment)
  }
}

extension CandidacyRecord {
  /// Records a deposit. An accepted flow stays accepted; a rejected one is deposited again.
  mutating func deposit(_ flow: FlowID, _ moment: Moment) {
    guard let index = flows.firstIndex(where: { $0.flow == flow }) else {
      return flows.append(DepositedFlow(flow: flow, moment: moment, isDeposited: true))
    }
    flows[index].isDeposited = true
    var deposit = flows[index]
    if deposit.isSuperseded {
      deposit = DepositedFlow(flow: flow, moment: moment, isDeposited: true)
    } else if deposit.outcome == .accepted {
      return
    } else {
      deposit.depositAgain(moment)
    }
    flows.remove(at: index)
    flows.append(deposit)
  }

  /// Records an answer. A flow whose deposit was not recorded counts as deposited, since it was
  /// answered.
  mutating func answer(_ outcome: DeclarationOutcome, to flow: FlowID, _ moment: Moment) {
    let index = flows.firstIndex { $0.flow == flow } ?? flows.endIndex
    if index == flows.endIndex {
      flows.append(DepositedFlow(flow: flow, moment: moment, isDeposited: false))
    }
    if flows[index].isSuperseded { return }
    flows[index].answer(outcome, moment)
  }

  /// Leaves out the flows deposited before the day of an award, which do not declare it; one of that
  /// day does, even if it was recorded first.
  mutating func keepFlows(for award: Moment) {
    let early = flows.filter { !$0.isSuperseded && $0.moment.day < award.day }
    if early.isEmpty { return }
    seldom.flowsLeftOut += early.filter(\.isDeposited).map(\.flow)
    flows.removeAll { !$0.isSuperseded && $0.moment.day < award.day }
  }

  /// Whether a flow was ever deposited for the candidacy, for whatever award.
  package func hasDeposited(_ flow: FlowID) -> Bool {
    flows.contains { $0.isDeposited && $0.flow == flow }
      || !$seldom.isBlank && seldom.flowsLeftOut.contains(flow)
  }

  /// Marks the flows of a revoked award, so that neither they nor late answers to them count for
  /// another award.
  mutating func supersedeFlows() {
    for index in flows.indices { flows[index].isSuperseded = true }
  }
}
