internal import Events
internal import Projections

/// R18 — a training shorter than the framework's hours for that public is reported, unless a
/// positioning test adapted the path. None are asked of who has no public, nor on the pathways of free
/// candidates and VAE.
struct TrainingHours: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 18),
    sentence: Text(
      "la formation compte au moins les heures prévues par le référentiel pour ce public, sauf parcours adapté après un test de positionnement",
      "the training has at least the framework’s hours for that public, unless a positioning test adapted the path"
    ),
    source: Text(
      "3474, durée de la formation", "3474, duration of training"))
  let judges: Set<EventType> = [.trainingCompleted]

  func severity(on type: EventType) -> Severity { .finds }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .trainingCompleted(let data) = entry.event.fact,
      state.enrolment(of: data.candidacy)?.completes == nil,
      let pathway = state.pathway(of: data.candidacy), pathway.isTaught,
      let audience = state.audience(of: data.candidacy),
      state.record(of: data.candidacy)?.isPathAdapted != true,
      let framework = state.framework(of: data.candidacy)?.registration
    else { return nil }
    let programmes = (framework.training?.elements ?? []).filter { $0.audience == audience }
    let done = (
      centre: TrainingTime(data.centreHours, data.centreMinutes),
      company: TrainingTime(data.companyHours, data.companyMinutes)
    )
    let isEnough = programmes.contains {
      TrainingTime($0.centreHours) <= done.centre && TrainingTime($0.companyHours) <= done.company
    }
    guard !isEnough, let asked = programmes.first else { return nil }
    let required = (
      centre: TrainingTime(asked.centreHours), company: TrainingTime(asked.companyHours)
    )
    return Violation(
      Text(
        "\(done.centre) en centre et \(done.company) en entreprise ; il faut \(required.centre) en centre et \(required.company) en entreprise",
        "\(done.centre) in the centre and \(done.company) in the company; \(required.centre) and \(required.company) are required"
      ),
      remedy: Text(
        "ces heures, ou avant la fin un test de positionnement qui adapte le parcours (PositioningTestTaken)",
        "these hours, or before the end a positioning test that adapts the path (PositioningTestTaken)"
      ))
  }
}

extension Pathway {
  /// Whether a framework's hours of training are asked on it.
  fileprivate var isTaught: Bool {
    switch self {
    case .student, .apprenticeship, .continuingTraining, .professionalisation: true
    case .individual, .experience: false
    }
  }
}

/// Hours and minutes of training.
private struct TrainingTime: Comparable, CustomStringConvertible {
  private let minutes: Int

  init(_ hours: Count?, _ minutes: Minutes? = nil) {
    self.minutes = (hours?.value ?? 0) * 60 + (minutes?.value ?? 0)
  }

  static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

  /// `154 h`, or `154 h 30`.
  var description: String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    if rest == 0 { return "\(hours) h" }
    return rest < 10 ? "\(hours) h 0\(rest)" : "\(hours) h \(rest)"
  }
}
