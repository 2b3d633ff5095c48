internal import Events
internal import Projections

/// R12 — a VAE candidacy is summoned and decided on while its *recevabilité* is favourable and valid on the session's day.
struct AdmissibleOnTheDay: Rule {
  let id = RuleID(known: 12)
  let sentence = Text(
    "une VAE est convoquée et décidée avec une recevabilité favorable et valable le jour de la session",
    "a VAE candidacy is summoned and decided on with its admissibility valid on the session’s day")
  let source = Text(
    "VAE, recevabilité", "VAE, admissibility")
  let judges: Set<EventType> = [.candidateSummoned, .blockValidated, .blockRefused]
  let reads: Set<Reach> = [.jury]

  func breach(by entry: Entry, in history: History) -> Breach? {
    guard let candidacy = entry.event.fact.candidacy, let jury = entry.event.fact.jury,
      history.enrolment(of: candidacy)?.pathway == .experience
    else { return nil }
    let register = history.wholeDay.juries[jury]
    let held = entry.event.fact.decision.flatMap { _ in register?.heldOn }
    let session = held ?? register?.sessionOn
    let remedy = Text(
      "une recevabilité favorable (AdmissibilityDecided) valable le jour de la session",
      "a favourable admissibility (AdmissibilityDecided) valid on the session’s day")
    guard let latest = history.wholeDay.admissibility[candidacy] else {
      return Breach(
        Text("\(candidacy) n’a pas de recevabilité", "\(candidacy) has no admissibility"),
        remedy: remedy)
    }
    guard latest.admissible else {
      return Breach(
        Text(
          "la recevabilité de \(candidacy) est défavorable",
          "the admissibility of \(candidacy) is unfavourable"), remedy: remedy)
    }
    guard let until = latest.validUntil, let session, until < session else { return nil }
    return Breach(
      Text(
        "la recevabilité de \(candidacy) a pris fin le \(until), la session est du \(session)",
        "the admissibility of \(candidacy) ended on \(until), the session is on \(session)"),
      remedy: remedy)
  }
}
