internal import Events
internal import Projections

/// R01 — the pathway is open for the certification.
struct OpenPathway: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 1),
    sentence: Text(
      "la voie d’accès est ouverte ; une voie ouverte pour compléter demande un bloc détenu ou revendiqué",
      "the pathway is open; one open to complete asks for a block held or claimed"),
    source: Text(
      "fiche, voies d’accès ; 3474, certification partielle",
      "fiche, pathways; 3474, partial certification"))
  let judges: Set<EventType> = [.candidateEnrolled]
  let reads: Set<Scope> = [.person, .certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .candidateEnrolled(let data) = entry.event.fact,
      let framework = state.timeless.frameworks[data.certification]
    else { return nil }
    let pathways = framework.registration.pathways.elements
    let (pathway, certification) = (data.pathway.rawValue, data.certification)
    guard let rule = pathways.first(where: { $0.pathway == data.pathway }), rule.open else {
      let open = pathways.filter(\.open).map(\.pathway.rawValue).joined(separator: ", ")
      return Violation(
        Text(
          "la voie \(pathway) est fermée pour \(certification)",
          "the pathway \(pathway) is closed for \(certification)"),
        remedy: Text("une voie ouverte : \(open)", "an open pathway: \(open)"))
    }
    let claims = data.claims?.elements ?? []
    guard rule.completionOnly == true, !claims.contains(where: { $0.validatedOn <= entry.day })
    else { return nil }
    let holds = state.others(
      of: data.candidate, for: data.certification, than: data.candidacy
    ).contains { !state.held(by: $0, on: entry.day).isEmpty }
    if holds { return nil }
    return Violation(
      Text(
        "la voie \(pathway) n’est ouverte sur \(certification) que pour compléter, et aucun bloc n’est détenu",
        "the pathway \(pathway) is open on \(certification) to complete only, and no block is held"),
      remedy: Text(
        "une voie d’entrée, ou `claims` : les blocs validés avant le registre",
        "a pathway of entry, or `claims`: the blocks validated before the ledger"))
  }
}
