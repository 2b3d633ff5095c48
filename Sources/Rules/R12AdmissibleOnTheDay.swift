internal import Events
internal import Projections

/// R12 — a VAE candidacy is summoned and decided on while its *recevabilité* is favourable and valid on the session's day.
struct AdmissibleOnTheDay: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 12),
    sentence: Text(
      "une VAE est convoquée et décidée avec une recevabilité favorable et valable le jour de la session",
      "a VAE candidacy is summoned and decided on with its admissibility valid on the session’s day"
    ),
    source: Text(
      "VAE, recevabilité", "VAE, admissibility"))
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
      "une recevabilité favorable (AdmissibilityDecided) valable le jour de la session",
      "a favourable admissibility (AdmissibilityDecided) valid on the session’s day")
    guard let latest = state.sameDay.admissibility(of: candidacy) else {
      return Violation(
        Text("\(candidacy) n’a pas de recevabilité", "\(candidacy) has no admissibility"),
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
        "la recevabilité de \(candidacy) a pris fin le \(until), la session est du \(session)",
        "the admissibility of \(candidacy) ended on \(until), the session is on \(session)"),
      remedy: remedy)
  }
}
