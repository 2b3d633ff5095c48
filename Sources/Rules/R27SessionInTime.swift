internal import Events
internal import Projections

/// R27 — VAE on the RNCP: a validation dossier without a session of the candidate's jury by the end of
/// the third month after it is reported.
struct SessionInTime: LastingRule {
  let statement = RuleStatement(
    id: RuleID(number: 27),
    sentence: Text(
      "en VAE au RNCP, le jury auquel le candidat est convoqué siège au plus tard le dernier jour du troisième mois qui suit le dépôt du dossier de validation",
      "in VAE on the RNCP, the jury to which the candidate is summoned sits by the last day of the third calendar month after the validation dossier is submitted"
    ),
    source: Text(
      "Code du travail, R6412-1 à R6412-7", "Code du travail, R6412-1 to R6412-7"))
  let watches: Set<EventType> = [.dossierSubmitted]
  let reads: Set<Scope> = [.summoningJuries]

  func violations(
    in candidacy: CandidacyID, _ state: JudgingState, on day: CalendarDate
  ) -> [(position: Position, violation: Violation)] {
    guard let record = state.record(of: candidacy),
      record.dossiers.contains(where: { $0.value == .validation }),
      state.framework(of: candidacy)?.registration.register == .rncp
    else { return [] }
    if let died = state.before.deceased(candidacy), died <= day { return [] }
    return record.dossiers.compactMap { dossier in
      let submitted = dossier.moment.day
      let last = submitted.lastDayOfThirdMonthAfter
      guard dossier.value == .validation, LedgerState.firstDayOfDeadlines <= submitted,
        last < day, record.pathway(on: submitted) == .experience, !record.isClosed(on: last),
        !record.standingSummonses.contains(where: {
          state.sameDay.hasSat($0, from: submitted, through: last)
        })
      else { return nil }
      return (dossier.moment.position, violation(candidacy, submitted, last))
    }
  }

  private func violation(
    _ candidacy: CandidacyID, _ submitted: CalendarDate, _ last: CalendarDate
  ) -> Violation {
    Violation(
      Text(
        "aucun jury auquel \(candidacy) est convoquée n’a siégé du \(submitted.text.french), jour du dossier de validation, au \(last.text.french)",
        "no jury to which \(candidacy) is summoned sat from \(submitted), the day of the validation dossier, to \(last)"
      ),
      remedy: Text(
        "une session de jury dans ce délai (CandidateSummoned, JuryHeld)",
        "a jury’s session in that time (CandidateSummoned, JuryHeld)"))
  }
}

extension CalendarDate {
  /// The last day of the third calendar month after that of this day: 2024-01-10 → 2024-04-30.
  var lastDayOfThirdMonthAfter: CalendarDate {
    let firstOfMonth = adding(days: 1 - components.day)
    return firstOfMonth.adding(months: 4).adding(days: -1)
  }
}
