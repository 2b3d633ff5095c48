internal import Events
internal import Projections

/// R12 — a VAE candidacy is summoned and decided on while its admissibility (*recevabilité*) is
/// favourable and valid on the session's day.
struct AdmissibleOnTheDay: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 12),
    sentence: Text(
      "une candidature VAE est convoquée et décidée avec une recevabilité favorable, valable le jour de la session",
      "a VAE candidacy is summoned and decided on with a favourable admissibility, valid on the session’s day"
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
      "une recevabilité favorable (AdmissibilityDecided), valable le jour de la session",
      "a favourable admissibility (AdmissibilityDecided), valid on the session’s day")
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
          "la recevabilité de \(candidacy) est défavorable",
          "the admissibility of \(candidacy) is unfavourable"), remedy: remedy)
    }
    guard let until = latest.validUntil, let session, until < session else { return nil }
    return Violation(
      Text(
        "la recevabilité de \(candidacy) a pris fin le \(until), avant la session du \(session)",
        "the admissibility of \(candidacy) ended on \(until), before the session of \(session)"),
      remedy: remedy)
  }
}
