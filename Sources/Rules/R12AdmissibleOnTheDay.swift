internal import Events
internal import Projections

/// R12 — a VAE candidacy is summoned and decided on only where its latest decision on admissibility
/// (*recevabilité*), recorded or tacit, is favourable, and a favourable one made by the session's day is
/// valid on it. An admissibility decision is for VAE candidacies alone.
struct AdmissibleOnTheDay: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 12),
    sentence: Text(
      "sur la voie de la VAE, un candidat n’est convoqué, et le jury ne statue, que si la dernière décision de recevabilité, prise ou tacite, est favorable, et qu’une décision favorable, prise au plus tard le jour de la session, est valable ce jour-là ; une décision de recevabilité ne concerne que la VAE",
      "on the VAE pathway a candidate is summoned and decided on only where the latest admissibility decision, made or tacit, is favourable, and a favourable one, made by the session’s day, is valid on that day; an admissibility decision is for VAE alone"
    ),
    source: Text(
      "VAE, recevabilité ; Code du travail, L6412-2",
      "VAE, admissibility (recevabilité); Code du travail, L6412-2"))
  let judges: Set<EventType> = [
    .candidateSummoned, .blockValidated, .blockRefused, .admissibilityDecided,
  ]
  let reads: Set<Scope> = [.jury]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .admissibilityDecided(let data) = entry.event.fact {
      return notByExperience(data.candidacy, on: entry.day, state)
    }
    guard let candidacy = entry.event.fact.candidacy, let jury = entry.event.fact.jury,
      state.sameDay.pathway(of: candidacy) == .experience
    else { return nil }
    let register = state.sameDay.juries[jury]
    let sitting = entry.event.fact.decision.flatMap { _ in register?.sittingDay(on: entry.day) }
    let session = sitting ?? register?.sessionOn ?? entry.day
    // An unfavourable decision of the same day counts where it comes before.
    let decisions = state.sameDay.admissibilities(of: candidacy, on: entry.day).filter {
      $0.isFavourable || $0.firstDay < entry.day || $0.position < entry.moment.position
    }
    return inadmissible(candidacy, decisions, session)
  }

  /// The violation of a session whose candidate is not admissible on its day.
  ///
  /// - Parameter decisions: those made by the day of the entry, in order.
  private func inadmissible(
    _ candidacy: CandidacyID, _ decisions: [Admissibility], _ session: CalendarDate
  ) -> Violation? {
    let remedy = Text(
      "une décision de recevabilité favorable (AdmissibilityDecided), prise au plus tard le jour de la session et valable ce jour-là",
      "a favourable admissibility decision (AdmissibilityDecided), made by the session’s day and valid on it"
    )
    guard let latest = decisions.last else {
      return Violation(
        Text(
          "\(candidacy) n’a pas de décision de recevabilité",
          "\(candidacy) has no admissibility decision"),
        remedy: remedy)
    }
    guard latest.isFavourable else {
      return Violation(
        Text(
          "la décision de recevabilité de \(candidacy) est défavorable",
          "the admissibility decision of \(candidacy) is unfavourable"), remedy: remedy)
    }
    if decisions.valid(on: session) != nil { return nil }
    let until = decisions.filter { $0.isFavourable && $0.firstDay <= session }
      .compactMap(\.lastDay).max()
    guard let until else {
      return Violation(
        Text(
          "\(candidacy) n’est recevable que depuis le \(latest.firstDay.text.french), après la session du \(session.text.french)",
          "\(candidacy) is admissible only since \(latest.firstDay), after the session of \(session)"
        ), remedy: remedy)
    }
    return Violation(
      Text(
        "la recevabilité de \(candidacy) a pris fin le \(until.text.french), avant la session du \(session.text.french)",
        "the admissibility of \(candidacy) ended on \(until), before the session of \(session)"),
      remedy: remedy)
  }

  /// The violation of an admissibility decision on a candidacy that is not on the VAE pathway at any
  /// moment from the entry to the end of its day.
  private func notByExperience(
    _ candidacy: CandidacyID, on day: CalendarDate, _ state: JudgingState
  ) -> Violation? {
    guard let pathway = state.pathway(of: candidacy)?.text,
      !state.pathwaysOfTheDay(of: candidacy, day).contains(.experience)
    else { return nil }
    return Violation(
      Text(
        "\(candidacy) suit la voie « \(pathway.french) » : une décision de recevabilité ne concerne que la VAE",
        "\(candidacy) follows the pathway “\(pathway.english)”: an admissibility decision is for VAE alone"
      ),
      remedy: Text(
        "aucune décision de recevabilité, ou le passage à la VAE d’abord (PathwayChanged)",
        "no admissibility decision, or a change to VAE first (PathwayChanged)"))
  }
}
