internal import Events
internal import Projections

/// R19 — a second completion window for the same person and certification, or a version of it, is
/// reported.
struct OneWindow: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 19),
    sentence: Text(
      "une personne a un seul délai pour compléter une certification, versions comprises",
      "a person has one completion window for a certification, its versions included"),
    source: Text(
      "3474, durée accordée pour compléter", "3474, time granted to complete"))
  let judges: Set<EventType> = [.blockValidated, .priorValidationRecognised]
  let reads: Set<Scope> = [.person, .certification]
  let weight = FindingWeight.notice

  func severity(on type: EventType) -> Severity { .finds }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    let block: BlockCode
    if case .blockValidated(let data) = entry.event.fact {
      block = data.block
    } else if case .priorValidationRecognised(let data) = entry.event.fact {
      block = data.block
    } else {
      return nil
    }
    guard let candidacy = entry.event.fact.candidacy,
      let enrolment = state.enrolment(of: candidacy),
      let framework = state.framework(of: candidacy),
      framework.blocks.contains(where: { $0.code == block }),
      state.before.holdings(of: candidacy, in: framework, on: entry.day).opening == nil
    else { return nil }
    if case .priorValidationRecognised(let data) = entry.event.fact,
      let lastDay = state.before.lastDay(of: data, at: entry.moment, in: framework),
      lastDay < entry.day
    {
      return nil
    }
    let family = state.before.linkedCandidacies(of: candidacy)
    let others = state.others(
      of: enrolment.candidate, amongVersionsOf: enrolment.certification, than: candidacy)
    let other = others.first { other in
      !family.contains(other)
        && state.before.window(of: other, on: entry.day).map { $0.status != .none } ?? false
    }
    guard let other else { return nil }
    return Violation(
      Text(
        "un deuxième délai pour compléter s’ouvre, après celui de \(other)",
        "a second completion window opens, after that of \(other)"),
      remedy: Text(
        "rien si le premier délai a pris fin ; sinon, une inscription qui complète l’autre (`completes`)",
        "nothing if the first window has closed; otherwise an enrolment with `completes`"))
  }
}
