internal import Events
internal import Projections

/// R13 — a recused member takes no part in the decision; who is recused, replaced, left out or present
/// is a member.
struct RecusedStaysOut: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 13),
    sentence: Text(
      "un membre récusé ne prend pas part à la décision ; seul un membre du jury est récusé, remplacé, écarté ou présent",
      "a recused member takes no part in the decision; only a member of the jury is recused, replaced, left out or present"
    ),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [
    .blockValidated, .blockRefused, .juryMemberRecused, .juryMemberReplaced, .juryHeld,
  ]
  let reads: Set<Scope> = [.jury]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    // A jury that is not convened is R15's.
    guard let jury = entry.event.fact.jury, let register = state.sameDay.juries[jury],
      register.certification != nil, !register.isCompositionUnknown
    else { return nil }
    return strangers(entry, register) ?? takingPart(entry, register)
  }

  private func takingPart(_ entry: Entry, _ register: JuryRegister) -> Violation? {
    guard let decision = entry.event.fact.decision else { return nil }
    let present = register.sitting?.members ?? []
    var taking: [MemberID] = []
    for member in register.recused(from: decision.candidacy, before: entry.moment)
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

  /// The violation of an entry that names a member whom the jury did not have that day.
  private func strangers(_ entry: Entry, _ register: JuryRegister) -> Violation? {
    let (named, role) = named(entry.event.fact)
    // Who sat and was replaced before the decision may still be left out of it.
    let sat = entry.event.fact.decision == nil ? nil : register.heldOn
    let strangers = named.filter { member in
      !register.isMember(member, on: entry.day)
        && !(sat.map { register.isMember(member, on: $0) } ?? false)
    }
    if strangers.isEmpty { return nil }
    let (ids, jury) = (strangers.map(\.text).joined(separator: ", "), register.jury)
    let isOne = strangers.count == 1
    return Violation(
      Text(
        "\(ids), \(role.french), \(isOne ? "n’est pas membre" : "ne sont pas membres") du jury \(jury) le \(entry.day.text.french)",
        "\(ids), \(role.english), \(isOne ? "is not a member" : "are not members") of jury \(jury) on \(entry.day)"
      ),
      remedy: Text(
        "l’identifiant d’un membre, ou d’abord l’ajout du membre (JuryMemberAdded)",
        "a member’s id, or first the member added (JuryMemberAdded)"))
  }

  /// The members that an entry names, and what it says of them.
  private func named(_ fact: Fact) -> ([MemberID], Text) {
    if case .juryMemberRecused(let data) = fact {
      return ([data.member], Text("récusé", "recused"))
    }
    if case .juryMemberReplaced(let data) = fact {
      return ([data.member], Text("remplacé", "replaced"))
    }
    if case .juryHeld(let data) = fact {
      return (data.present?.elements ?? [], Text("présent", "present"))
    }
    return (fact.decision?.without ?? [], Text("écarté de la décision", "left out of the decision"))
  }
}
