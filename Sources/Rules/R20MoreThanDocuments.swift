internal import Events
internal import Projections

/// R20 — an award that rests on documents alone, with no jury of the ledger behind any block, is reported.
struct MoreThanDocuments: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 20),
    sentence: Text(
      "une délivrance ne repose pas seulement sur des documents",
      "an award does not rest on documents alone"),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [.certificationAwarded]

  func severity(on type: EventType) -> Severity { .finds }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .certificationAwarded(let data) = entry.event.fact else { return nil }
    guard let framework = state.framework(of: data.candidacy) else { return nil }
    let held = state.before.heldBlocks(of: data.candidacy, in: framework, on: entry.day)
    if held.isEmpty || held.values.contains(where: { $0.origin.jury != nil }) { return nil }
    return Violation(
      Text(
        "aucun bloc de \(data.candidacy) ne vient d’un jury de ce registre",
        "no block of \(data.candidacy) comes from a jury in this ledger"),
      remedy: Text(
        "les documents, à garder à disposition", "the documents, kept available"))
  }
}
