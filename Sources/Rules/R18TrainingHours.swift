internal import Events
internal import Projections

/// R18 — a training shorter than the framework's hours is reported, unless a positioning test adapted
/// the path.
struct TrainingHours: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 18),
    sentence: Text(
      "la formation compte au moins les heures prévues par le référentiel, sauf parcours adapté après un test de positionnement",
      "the training has at least the framework’s hours, unless a positioning test adapted the path"),
    source: Text(
      "3474, durée de la formation", "3474, duration of training"))
  let judges: Set<EventType> = [.trainingCompleted]

  func severity(on type: EventType) -> Severity { .finds }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .trainingCompleted(let data) = entry.event.fact,
      let enrolment = state.enrolment(of: data.candidacy), enrolment.completes == nil,
      state.record(of: data.candidacy)?.selection.isPathAdapted != true,
      let framework = state.framework(of: data.candidacy)?.registration
    else { return nil }
    let programmes = (framework.training?.elements ?? []).filter {
      (enrolment.audience ?? $0.audience) == $0.audience
    }
    let company = data.companyHours?.value ?? 0
    let isEnough = programmes.contains {
      $0.centreHours.value <= data.centreHours.value && ($0.companyHours?.value ?? 0) <= company
    }
    guard !isEnough, let asked = programmes.first else { return nil }
    let hours = (data.centreHours.value, asked.centreHours.value)
    let required = asked.companyHours?.value ?? 0
    return Violation(
      Text(
        "\(hours.0) h en centre et \(company) h en entreprise ; il en faut \(hours.1) en centre et \(required) en entreprise",
        "\(hours.0) h in the centre and \(company) h in the company; \(hours.1) and \(required) are required"
      ),
      remedy: Text(
        "ces heures, ou avant la fin un test de positionnement qui adapte le parcours (PositioningTestTaken)",
        "these hours, or before the end a positioning test that adapts the path (PositioningTestTaken)"
      ))
  }
}
