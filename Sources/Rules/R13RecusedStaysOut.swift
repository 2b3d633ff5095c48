internal import Events
internal import Projections

/// R13 — a recused member takes no part in the decision.
struct RecusedStaysOut: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 13),
    sentence: Text(
      "un membre récusé ne prend pas part à la décision",
      "a recused member takes no part in the decision"),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [.blockValidated, .blockRefused]
  let reads: Set<Scope> = [.jury]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let decision = entry.event.fact.decision,
      let register = state.sameDay.juries[decision.jury]
    else { return nil }
    let present = register.presentIDs
    var taking: [MemberID] = []
    for member in register.recused(from: decision.candidacy)
    where present.contains(member) && !decision.without.contains(member) {
      if !taking.contains(member) { taking.append(member) }
    }
    if taking.isEmpty { return nil }
    let isOne = taking.count == 1
    let members = taking.map(\.text).joined(separator: ", ")
    let candidacy = decision.candidacy
    let without = "without=\((decision.without + taking).map(\.text).joined(separator: ","))"
    return Violation(
      isOne
        ? Text(
          "\(members), récusé pour \(candidacy), a siégé et n’est pas écarté de la décision",
          "\(members), recused for \(candidacy), was present and is not left out of the decision")
        : Text(
          "\(members), récusés pour \(candidacy), ont siégé et ne sont pas écartés de la décision",
          "\(members), recused for \(candidacy), were present and are not left out of the decision"),
      remedy: Text("\(without) dans la décision", "\(without) in the decision"))
  }
}
