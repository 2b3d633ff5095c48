internal import Events
internal import Projections

/// What became of the declaration of one award, by the passages that were sent for it.
///
/// It is the projection's, but where an award of the candidacy was annulled: the projection lets a deposit count for
/// the candidacy, and an award made anew is another passage, which a deposit recorded before it, or of an earlier day,
/// did not send.
struct OwedDeclaration {
  let answer: DeclarationAnswer
  /// The flow accepted first, else the one deposited last; nil if there is none.
  let flow: FlowID?
  /// Nil if nothing is owed.
  let due: CalendarDate?
  /// The entry that determined the answer.
  let position: Position
  /// The last flow deposited before the award was made anew, where nothing was deposited since.
  let madeAnewAfter: FlowID?

  var isOutstanding: Bool { due != nil && answer != .accepted }
}

/// A deposit or an answer to one, as recorded.
struct DeclarationStep {
  let flow: FlowID
  /// Nil for a deposit.
  let outcome: DeclarationOutcome?
  let moment: Moment
}

extension FlowFacts {
  /// The declaration of a candidacy's award; nil without an award in force.
  ///
  /// - Parameter day: the day up to which the facts were gathered.
  func declaration(of candidacy: CandidacyID, on day: CalendarDate) -> OwedDeclaration? {
    guard let projected = state.declaration(of: candidacy, on: day),
      let award = state.records[candidacy]?.award
    else { return nil }
    guard annulledAwards.contains(candidacy) else {
      return OwedDeclaration(
        answer: projected.answer, flow: projected.flow, due: projected.due,
        position: projected.position, madeAnewAfter: nil)
    }
    let steps = steps[candidacy] ?? []
    func isOfTheAward(_ step: DeclarationStep) -> Bool {
      step.moment.position > award.position && step.moment.day >= award.day
    }
    let former = steps.filter { $0.outcome == nil && !isOfTheAward($0) }
    let formerFlows = Set(former.map(\.flow))
    var sent: [DeclarationStep] = []
    for step in steps where isOfTheAward(step) {
      let index = sent.firstIndex { $0.flow == step.flow }
      guard step.outcome == nil else {
        if let index {
          if sent[index].outcome != step.outcome { sent[index] = step }
        } else if !formerFlows.contains(step.flow) {
          // Its deposit is not recorded: it was deposited, since it was answered.
          sent.append(step)
        }
        continue
      }
      if let index {
        if sent[index].outcome == .accepted { continue }
        sent.remove(at: index)
      }
      sent.append(step)
    }
    let latest = sent.first { $0.outcome == .accepted } ?? sent.last
    let answer: DeclarationAnswer =
      switch latest?.outcome {
      case .accepted: .accepted
      case .rejected: .rejected
      case nil: latest == nil ? .notDeposited : .deposited
      }
    return OwedDeclaration(
      answer: answer, flow: latest?.flow, due: projected.due,
      position: latest?.moment.position ?? award.position,
      madeAnewAfter: sent.isEmpty ? former.last?.flow : nil)
  }
}
