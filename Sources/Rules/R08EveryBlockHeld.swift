internal import Events
internal import Projections

/// R08 — an award needs every block held.
struct EveryBlockHeld: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 8),
    sentence: Text(
      "la délivrance suppose que tous les blocs soient acquis",
      "an award needs every block held"),
    source: Text(
      "fiche, validation des blocs ; 3474, obtention",
      "fiche, validation of the blocks; 3474, award"))
  let judges: Set<EventType> = [.certificationAwarded]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .certificationAwarded(let data) = entry.event.fact else { return nil }
    return violation(
      data.candidacy, in: state, on: entry.day,
      remedy: Text(
        "la validation ou la reconnaissance de chaque bloc manquant",
        "each missing block validated or recognised"))
  }

  private func violation(
    _ candidacy: CandidacyID, in state: JudgingState, on day: CalendarDate, remedy: Text
  ) -> Violation? {
    let missing = state.missing(of: candidacy, on: day)
    if missing.isEmpty { return nil }
    let blocks = missing.map(\.text).joined(separator: ", ")
    return Violation(
      Text(
        "au \(day.text.french), \(candidacy) n’a pas acquis \(blocks)",
        "on \(day), \(candidacy) does not hold \(blocks)"),
      remedy: remedy)
  }
}

extension EveryBlockHeld: StandingRule {
  func violation(
    byAwardOf candidacy: CandidacyID, in state: JudgingState, on day: CalendarDate
  ) -> Violation? {
    violation(
      candidacy, in: state, on: day,
      remedy: Text(
        "la validation ou la reconnaissance de chaque bloc manquant, ou la révocation de la délivrance",
        "each missing block validated or recognised, or the award revoked"))
  }
}

extension JudgingState {
  /// The blocks of its certification that a candidacy does not hold on a day.
  func missing(of candidacy: CandidacyID, on day: CalendarDate) -> [BlockCode] {
    guard let framework = framework(of: candidacy) else { return [] }
    let held = held(by: candidacy, on: day)
    return framework.blocks.map(\.code).filter { !held.contains($0) }
  }
}
