internal import Events
internal import Projections

/// R09 — a full award needs an assessment of each competency of the blocks that a jury of this ledger
/// validated, where the framework asks for it.
struct EveryCompetencyAssessed: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 9),
    sentence: Text(
      "lorsque le référentiel l’exige, la délivrance suppose l’évaluation de chaque compétence des blocs validés par un jury de ce registre",
      "where the framework requires it, an award needs an assessment of each competency of the blocks that a jury of this ledger validated"
    ),
    source: Text(
      "3474, compétences évaluées", "3474, competencies assessed"))
  let judges: Set<EventType> = [.certificationAwarded]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .certificationAwarded(let data) = entry.event.fact,
      let framework = state.framework(of: data.candidacy),
      framework.registration.everyCompetencyAssessed,
      let record = state.record(of: data.candidacy),
      let candidacy = state.candidacy(data.candidacy, on: entry.day)
    else { return nil }
    let assessed = Set(record.assessments.flatMap { $0.results.map(\.place) })
    let missing = zip(framework.blocks, candidacy.blocks)
      .filter { $1.status == .validated }
      .flatMap { $0.0.competencies.map(\.code) }
      .filter { code in
        state.timeless.competencies.place(of: code).map { !assessed.contains($0) } ?? true
      }
    guard let first = missing.first else { return nil }
    let message =
      missing.count == 1
      ? Text(
        "la compétence \(first) n’a pas été évaluée", "competency \(first) was not assessed")
      : Text(
        "\(Text.count(missing.count, .competency).french) n’ont pas été évaluées, dont \(first)",
        "\(missing.count) competencies were not assessed, including \(first)")
    return Violation(
      message,
      remedy: Text(
        "l’évaluation de chacune, quel que soit le résultat (CompetencyAssessed)",
        "an assessment of each, whatever the outcome (CompetencyAssessed)"))
  }
}
