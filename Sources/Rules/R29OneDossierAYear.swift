internal import Events
internal import Projections

/// R29 — VAE on the RNCP: a second admissibility dossier of a person for a certification in one calendar
/// year is reported.
struct OneDossierAYear: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 29),
    sentence: Text(
      "en VAE au RNCP, une personne dépose un seul dossier de recevabilité par certification et par année civile",
      "in VAE on the RNCP, a person submits one admissibility dossier for a certification in a calendar year"
    ),
    source: Text("Code du travail, R6412-3", "Code du travail, R6412-3"))
  let judges: Set<EventType> = [.dossierSubmitted]
  let reads: Set<Scope> = [.person]

  func severity(on type: EventType) -> Severity { .finds }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .dossierSubmitted(let data) = entry.event.fact, data.kind == .admissibility,
      LedgerState.firstDayOfDeadlines <= entry.day, state.isExperienceOfRNCP(data.candidacy),
      let enrolment = state.enrolment(of: data.candidacy)
    else { return nil }
    let year = entry.day.components.year
    let others = state.others(
      of: enrolment.candidate, for: enrolment.certification, than: data.candidacy)
    for candidacy in others + [data.candidacy] {
      let dossiers = state.record(of: candidacy)?.dossiers ?? []
      let earlier = dossiers.first {
        $0.value == .admissibility && $0.moment.day.components.year == year
      }
      guard let earlier else { continue }
      return Violation(
        Text(
          "cette personne a déjà déposé en \(year) un dossier de recevabilité pour \(enrolment.certification), le \(earlier.moment.day.text.french) (\(candidacy))",
          "this person already submitted an admissibility dossier for \(enrolment.certification) in \(year), on \(earlier.moment.day) (\(candidacy))"
        ),
        remedy: Text(
          "un nouveau dossier l’année civile suivante",
          "a new dossier in the next calendar year"))
    }
    return nil
  }
}
