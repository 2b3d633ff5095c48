internal import Events
internal import Projections

/// R08 — an award needs every block held.
struct EveryBlockHeld: Rule {
  let id = RuleID(known: 8)
  let sentence = Text(
    "la délivrance demande tous les blocs",
    "an award needs every block held")
  let source = Text(
    "fiche, validation des blocs ; 3474, obtention", "fiche, validation of the blocks; 3474, award")
  let judges: Set<EventType> = [.certificationAwarded]

  func breach(by entry: Entry, in history: History) -> Breach? {
    guard case .certificationAwarded(let data) = entry.event.fact else { return nil }
    return breach(data.candidacy, in: history, on: entry.day)
  }

  private func breach(
    _ candidacy: CandidacyID, in history: History, on day: CalendarDate
  ) -> Breach? {
    guard let framework = history.framework(of: candidacy) else { return nil }
    let held = history.held(by: candidacy, on: day)
    let missing = framework.blocks.map(\.code).filter { !held.contains($0) }
    if missing.isEmpty { return nil }
    let blocks = missing.map(\.text).joined(separator: ", ")
    return Breach(
      Text(
        "au \(day), \(candidacy) ne détient pas \(blocks)",
        "on \(day), \(candidacy) does not hold \(blocks)"),
      remedy: Text(
        "la validation ou la reconnaissance de chaque bloc, ou la révocation de la délivrance",
        "the validation or recognition of each block, or the award revoked"))
  }
}

extension EveryBlockHeld: LastingRule {
  func breach(
    byAwardOf candidacy: CandidacyID, in history: History, on day: CalendarDate
  ) -> Breach? {
    breach(candidacy, in: history, on: day)
  }
}
