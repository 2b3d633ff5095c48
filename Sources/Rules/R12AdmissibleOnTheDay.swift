internal import Events
internal import Projections

/// R12 — a VAE candidacy is summoned and decided on while its admissibility (*recevabilité*) is
/// favourable and valid on the session's day.
struct AdmissibleOnTheDay: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 12),
    sentence: Text(
      "sur la voie de la VAE, un candidat n’est convoqué, et le jury ne statue, que si la décision de recevabilité est favorable et valable le jour de la session",
      "on the VAE pathway a candidate is summoned and decided on only where the admissibility decision is favourable and valid on the session’s day"
    ),
    source: Text(
      "VAE, recevabilité", "VAE, admissibility (recevabilité)"))
  let judges: Set<EventType> = [.candidateSummoned, .blockValidated, .blockRefused]
  let reads: Set<Scope> = [.jury]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let candidacy = entry.event.fact.candidacy, let jury = entry.event.fact.jury,
      state.enrolment(of: candidacy)?.pathway == .experience
    else { return nil }
    let register = state.sameDay.juries[jury]
    let held = entry.event.fact.decision.flatMap { _ in register?.heldOn }
    let session = held ?? register?.sessionOn
    let remedy = Text(
      "une décision de recevabilité favorable (AdmissibilityDecided), valable le jour de la session",
      "a favourable admissibility decision (AdmissibilityDecided), valid on the session’s day")
    guard let latest = state.sameDay.admissibility(of: candidacy) else {
      return Violation(
        Text(
          "\(candidacy) n’a pas de décision de recevabilité",
          "\(candidacy) has no admissibility decision"),
        remedy: remedy)
    }
    guard latest.admissible else {
      return Violation(
        Text(
          "la décision de recevabilité de \(candidacy) est défavorable",
          "the admissibility decision of \(candidacy) is unfavourable"), remedy: remedy)
    }
    guard let until = latest.validUntil, let session, until < session else { return nil }
    return Violation(
      Text(
        "la recevabilité de \(candidacy) a pris fin le \(until), avant la session du \(session)",
        "the admissibility of \(candidacy) ended on \(until), before the session of \(session)"),
      remedy: remedy)
  }
}
