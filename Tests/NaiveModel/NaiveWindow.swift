internal import Events
internal import Projections

extension NaiveReading {
  /// What opened a completion window: the day, and the framework in which that block was held.
  struct Opening {
    let day: CalendarDate
    let framework: CertificationRegistered
  }

  /// The earlier one's opening, also where the block that opened it stayed behind, or that of a block
  /// held here from an earlier day.
  func opening(_ id: CandidacyID, path: [CandidacyID] = []) -> Opening? {
    guard !path.contains(id), let framework = holdingFramework(of: id, after: path) else {
      return nil
    }
    let earlier = enrolment(id)?.completes.flatMap { opening($0, path: path + [id]) }
    let days = framework.blocks.elements.compactMap {
      holding(id, $0.code, path: path)?.decision.when.day
    }
    guard let own = days.min() else { return earlier }
    if let earlier, earlier.day <= own { return earlier }
    return Opening(day: own, framework: framework)
  }

  func window(_ id: CandidacyID, _ blocks: [NaiveAnswer.Block]) -> NaiveAnswer.Window {
    guard let opening = opening(id) else { return NaiveAnswer.Window() }
    let policy = completionWindow(opening.framework, on: opening.day)
    var lastDay = policy.years.map { opening.day.adding(years: $0.value) }
    var extended = false
    let family = family(id)
    for entry in facts {
      guard case .completionWindowExtended(let data) = entry.event.fact,
        family.contains(data.candidacy), let last = lastDay, data.until > last
      else { continue }
      lastDay = data.until
      extended = true
    }
    var window = NaiveAnswer.Window(
      status: .open, opensOn: opening.day, lastDay: lastDay, extended: extended,
      basis: policy.basis)
    let days = blocks.filter(\.status.isHeld).compactMap(\.since)
    if days.count == blocks.count {
      window.status = .completed
      window.completedOn = days.max()
    } else if let lastDay {
      if day > lastDay {
        window.status = .lapsed
      } else {
        window.daysLeft = day.days(until: lastDay)
      }
    }
    return window
  }
}
