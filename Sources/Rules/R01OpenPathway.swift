internal import Events
internal import Projections

/// R01 — the pathway is open for the certification; one open only to complete needs a block.
struct OpenPathway: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 1),
    sentence: Text(
      "la voie d’accès est ouverte ; une voie ouverte seulement pour compléter une certification partielle suppose un bloc acquis, ou un bloc dont le candidat justifie",
      "the pathway is open; one open only to complete a partial certification needs a block held or claimed"
    ),
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
    let (pathway, certification) = (data.pathway.text, data.certification)
    guard let rule = pathways.first(where: { $0.pathway == data.pathway }), rule.open else {
      let open = pathways.filter(\.open)
        .map { $0.pathway.text.stated(by: "pathway", $0.pathway) }.joined(separator: ", ")
      return Violation(
        Text(
          "la voie « \(pathway.french) » n’est pas ouverte pour \(certification)",
          "the pathway “\(pathway.english)” is not open for \(certification)"),
        remedy: Text(
          "une voie ouverte, parmi \(open.french)", "an open pathway, one of \(open.english)"))
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
        "la voie « \(pathway.french) » n’est ouverte pour \(certification) que pour compléter une certification partielle, et le candidat n’a aucun bloc acquis et ne justifie d’aucun",
        "the pathway “\(pathway.english)” is open for \(certification) only to complete a partial certification, and no block is held or claimed"
      ),
      remedy: Text(
        "une voie ouverte à tous, ou, dans `claims`, les blocs validés avant ce registre",
        "a pathway open to everyone, or, in `claims`, the blocks validated before this ledger"))
  }
}
