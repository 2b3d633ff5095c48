internal import Events
internal import Projections

/// R18 — a training shorter than the framework's hours is told, unless a positioning test adapted the path.
struct TrainingHours: Rule {
  let id = RuleID(known: 18)
  let sentence = Text(
    "la formation a les heures du référentiel, sauf parcours adapté après positionnement",
    "the training has the framework’s hours, unless a positioning test adapted the path")
  let source = Text(
    "3474, durée de la formation", "3474, duration of training")
  let judges: Set<EventType> = [.trainingCompleted]

  func force(on type: EventType) -> Force { .finds }

  func breach(by entry: Entry, in history: History) -> Breach? {
    guard case .trainingCompleted(let data) = entry.event.fact,
      let enrolment = history.enrolment(of: data.candidacy), enrolment.completes == nil,
      !history.file(of: data.candidacy).isAdjusted,
      let framework = history.framework(of: data.candidacy)?.registration
    else { return nil }
    let programmes = (framework.training?.elements ?? []).filter {
      (enrolment.audience ?? $0.audience) == $0.audience
    }
    let company = data.companyHours?.value ?? 0
    let isEnough = programmes.contains {
      $0.centreHours.value <= data.centreHours.value && ($0.companyHours?.value ?? 0) <= company
    }
    guard !isEnough, let asked = programmes.first else { return nil }
    let hours = "\(data.centreHours.value) + \(company) h"
    let full = "\(asked.centreHours.value) + \(asked.companyHours?.value ?? 0) h"
    return Breach(
      Text("\(hours) suivies, \(full) demandées", "\(hours) followed, \(full) asked"),
      remedy: Text(
        "un test de positionnement (PositioningTestTaken) avant, ou les heures",
        "a positioning test (PositioningTestTaken) before, or the hours"))
  }
}
