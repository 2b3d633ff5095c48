internal import Events
internal import Projections

/// R09 — a full award needs an assessment of each competency of each block that a jury validated here.
struct EveryCompetencyAssessed: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 9),
    sentence: Text(
      "la délivrance demande une évaluation de chaque compétence des blocs validés ici par un jury",
      "an award needs each competency of the blocks validated here by a jury assessed"),
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
    let assessed = Set(record.assessments.flatMap { $0.value.latestFirst.map(\.place) })
    let missing = zip(framework.blocks, candidacy.blocks)
      .filter { $1.status == .validated }
      .flatMap { $0.0.competencies.map(\.code) }
      .filter { code in
        state.timeless.competencies.place(of: code).map { !assessed.contains($0) } ?? true
      }
    guard let first = missing.first else { return nil }
    return Violation(
      Text(
        "\(missing.count) compétences n’ont pas été évaluées, dont \(first)",
        "\(missing.count) competencies were not assessed, \(first) among them"),
      remedy: Text(
        "leur évaluation, quel qu’en soit le résultat (CompetencyAssessed)",
        "their assessment, whatever its outcome (CompetencyAssessed)"))
  }
}
