internal import Events
internal import Projections

/// R02 — no enrolment after the registration ends or while it is suspended, except to complete; no
/// award after the last delivery day. A suspension or a withdrawal by itself ends no award.
struct RegistrationInForce: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 2),
    sentence: Text(
      "pas d’inscription après la fin de l’enregistrement ni pendant sa suspension, sauf pour compléter une candidature antérieure ; pas de délivrance après le dernier jour de délivrance",
      "no enrolment after the registration ends or while it is suspended, except to complete an earlier candidacy; no award after the last delivery day"
    ),
    source: Text(
      "fiche, date d’échéance de l’enregistrement ; Code du travail, R6113-17-3",
      "fiche, end of the registration; Code du travail, R6113-17-3"))
  let judges: Set<EventType> = [.candidateEnrolled, .certificationAwarded]
  let reads: Set<Scope> = [.certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .candidateEnrolled(let data) = entry.event.fact, data.completes == nil,
      let dates = state.before.registrationDates(of: data.certification)
    {
      return violation(byEnrolling: data, on: entry.day, dates)
    }
    if case .certificationAwarded(let data) = entry.event.fact,
      let certification = state.enrolment(of: data.candidacy)?.certification,
      let last = state.before.registrationDates(of: certification)?.lastDeliveryDay,
      last < entry.day
    {
      return Violation(
        Text(
          "le dernier jour de délivrance de \(certification) était le \(last.text.french)",
          "the last delivery day of \(certification) was \(last)"),
        remedy: Text(
          "la prolongation de l’enregistrement avec un dernier jour de délivrance plus tardif (RegistrationRenewed)",
          "an extension of the registration with a later last delivery day (RegistrationRenewed)"))
    }
    return nil
  }

  private func violation(
    byEnrolling data: CandidateEnrolled, on day: CalendarDate, _ dates: RegistrationDates
  ) -> Violation? {
    if let last = dates.lastEnrolmentDay, last < day {
      return Violation(
        Text(
          "l’enregistrement de \(data.certification) a pris fin le \(last.text.french)",
          "the registration of \(data.certification) ended on \(last)"),
        remedy: Text(
          "la prolongation de l’enregistrement (RegistrationRenewed), ou une inscription qui complète une candidature (`completes`)",
          "an extension of the registration (RegistrationRenewed), or an enrolment that completes a candidacy (completes)"
        )
      )
    }
    guard let suspended = dates.suspendedOn else { return nil }
    return Violation(
      Text(
        "l’enregistrement de \(data.certification) est suspendu depuis le \(suspended.text.french)",
        "the registration of \(data.certification) has been suspended since \(suspended)"),
      remedy: Text(
        "la levée de la suspension (RegistrationReinstated), ou une inscription qui complète une candidature (`completes`)",
        "the suspension lifted (RegistrationReinstated), or an enrolment that completes a candidacy (completes)"
      ))
  }
}
