internal import Events
internal import Projections

/// R11 — a competency is assessed by a modality of its block. Not applied to VAE, which has its own:
/// the dossier and the interview.
struct ModalityOfTheBlock: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 11),
    sentence: Text(
      "hors VAE, une compétence est évaluée par une modalité prévue pour son bloc",
      "except in VAE, a competency is assessed by a method stated for its block"),
    source: Text(
      "fiche, modalités d’évaluation", "fiche, modalities of assessment"))
  let judges: Set<EventType> = [.competencyAssessed]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .competencyAssessed(let data) = entry.event.fact,
      let pathway = state.pathway(of: data.candidacy), pathway != .experience,
      let framework = state.framework(of: data.candidacy)
    else { return nil }
    for result in data.results.elements {
      guard let place = state.timeless.competencies.place(of: result.competency),
        let index = framework.block(ofCompetency: place),
        let modalities = framework.blocks[index].modalities?.elements,
        !modalities.contains(data.modality)
      else { continue }
      let allowed = modalities.map { $0.text.stated(by: "modality", $0) }.joined(separator: ", ")
      let (modality, block) = (data.modality.text, framework.blocks[index].code)
      return Violation(
        Text(
          "\(result.competency), du bloc \(block), ne s’évalue pas par la modalité « \(modality.french) »",
          "\(result.competency), of block \(block), is not assessed by \(modality.english)"),
        remedy: allowed)
    }
    return nil
  }
}
