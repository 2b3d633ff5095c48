internal import Events
internal import Projections

/// R25 — an extension names a completion window, open or lapsed, and a day later than its last.
struct ExtensionOfAWindow: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 25),
    sentence: Text(
      "une prolongation porte sur un délai ouvert ou qui a pris fin, et en repousse le dernier jour",
      "an extension names a completion window, open or lapsed, and a day later than its last"),
    source: Text(
      "3474, durée accordée pour compléter", "3474, time granted to complete"))
  let judges: Set<EventType> = [.completionWindowExtended]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .completionWindowExtended(let data) = entry.event.fact else { return nil }
    let candidacy = data.candidacy
    guard let window = state.before.window(of: candidacy, on: entry.day),
      window.status == .open || window.status == .lapsed
    else {
      return Violation(
        Text(
          "au \(entry.day.text.french), \(candidacy) n’a pas de délai à prolonger",
          "on \(entry.day), \(candidacy) has no completion window to extend"),
        remedy: Text(
          "un bloc acquis, et un autre qui manque", "a block held, and another missing"))
    }
    guard let lastDay = window.lastDay else {
      return Violation(
        Text(
          "le délai de \(candidacy) est sans limite",
          "the completion window of \(candidacy) has no limit"),
        remedy: Text("aucune prolongation", "no extension"))
    }
    if lastDay < data.until { return nil }
    return Violation(
      Text(
        "le délai de \(candidacy) court déjà jusqu’au \(lastDay.text.french)",
        "the completion window of \(candidacy) runs to \(lastDay) already"),
      remedy: Text("un jour après le \(lastDay.text.french)", "a day after \(lastDay)"))
  }
}
