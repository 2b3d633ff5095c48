internal import Events
internal import Projections

/// R19 — a second completion window for the same person and certification is told.
struct OneWindow: Rule {
  let id = RuleID(known: 19)
  let sentence = Text(
    "une personne a un seul délai pour compléter une certification",
    "a person has one completion window for a certification")
  let source = Text(
    "3474, durée accordée pour compléter", "3474, time granted to complete")
  let judges: Set<EventType> = [.blockValidated, .priorValidationRecognised]
  let reads: Set<Reach> = [.person]

  func force(on type: EventType) -> Force { .finds }

  func breach(by entry: Entry, in history: History) -> Breach? {
    let block: BlockCode
    if case .blockValidated(let data) = entry.event.fact {
      block = data.block
    } else if case .priorValidationRecognised(let data) = entry.event.fact {
      block = data.block
    } else {
      return nil
    }
    guard let candidacy = entry.event.fact.candidacy,
      let enrolment = history.enrolment(of: candidacy),
      history.framework(of: candidacy)?.blocks.contains(where: { $0.code == block }) == true,
      history.held(by: candidacy, on: entry.day).isEmpty
    else { return nil }
    if case .priorValidationRecognised(let data) = entry.event.fact,
      let lastDay = history.ledger.lastDay(of: data, at: entry.moment), lastDay < entry.day
    {
      return nil
    }
    let family = history.ledger.family(of: candidacy)
    let others = history.others(
      of: enrolment.candidate, for: enrolment.certification, than: candidacy)
    let other = others.first { other in
      !family.contains(other)
        && history.state(of: other, on: entry.day).map { $0.window.status != .none } ?? false
    }
    guard let other else { return nil }
    return Breach(
      Text(
        "un deuxième délai s’ouvre, après celui de \(other)",
        "a second window opens, after that of \(other)"),
      remedy: Text(
        "rien, si le premier délai a pris fin ; sinon `completes`",
        "nothing, if the first window has closed; else `completes`"))
  }
}
