internal import Events
internal import Projections

/// R24 — a jury's papers are those of one session, in their order; its summonses and absences too.
struct PapersOfOneSession: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 24),
    sentence: Text(
      "les pièces d’un jury sont celles d’une seule session : constitué au plus tard le premier jour, tenu les jours prévus, délibéré une fois ; une fois tenu, ni reporté ni décommandé ; une convocation au plus tard le dernier jour, une absence qui répond à une convocation",
      "a jury’s papers are those of one session: convened by its first day, held on its days, deliberated once; neither rescheduled nor cancelled once held; a summons by its last day, an absence that answers a summons"
    ),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [
    .juryConvened, .juryRescheduled, .juryCancelled, .juryAnnulled, .juryMemberAdded, .juryHeld,
    .juryDeliberated, .candidateSummoned, .summonsWithdrawn, .candidateAbsent, .resultNotified,
    .juryRecommended,
  ]
  let reads: Set<Scope> = [.jury]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    let fact = entry.event.fact
    if case .juryConvened(let data) = fact {
      let session = SessionDays(data)
      return backwards(session) ?? convened(on: entry.day, for: session, data.jury)
    }
    // A jury that is not convened is R15's.
    guard let jury = fact.jury, let register = state.sameDay.juries[jury],
      let session = register.session
    else { return nil }
    let papers = JuryPapers(jury: jury, register: register, session: session, entry: entry)
    if case .juryRescheduled(let data) = fact {
      let convenedOn = register.convenedOn ?? data.sessionOn
      return papers.ended() ?? papers.alreadyHeld() ?? backwards(SessionDays(data))
        ?? convened(on: convenedOn, for: SessionDays(data), jury)
    }
    if case .juryCancelled = fact { return papers.alreadyHeld() }
    if case .juryAnnulled = fact { return papers.annulledTwice() ?? papers.notHeld() }
    if case .juryMemberAdded(let data) = fact { return papers.alreadyMember(data.by.member) }
    if case .juryHeld(let data) = fact {
      return papers.ended() ?? papers.notOnItsDays() ?? papers.heldTwice()
        ?? papers.presenceLeftOut(data)
    }
    if case .juryDeliberated = fact { return papers.deliberatedTwice() ?? papers.notHeld() }
    guard let candidacy = fact.candidacy else { return nil }
    if case .candidateSummoned = fact {
      return papers.ended() ?? papers.foreign(candidacy, state) ?? papers.summonedLate(candidacy)
        ?? papers.summonedAfterAbsence(candidacy)
    }
    if case .summonsWithdrawn = fact { return papers.notSummoned(candidacy) }
    if case .candidateAbsent = fact {
      return papers.notSummoned(candidacy) ?? papers.absentEarly(candidacy)
        ?? papers.absentAndDecided(candidacy, state)
    }
    return papers.neverMet(candidacy)
  }

  /// The violation of a session that would end before it begins.
  private func backwards(_ session: SessionDays) -> Violation? {
    guard session.last < session.first else { return nil }
    return Violation(
      Text(
        "le dernier jour de la session, le \(session.last.text.french), précède le premier, le \(session.first.text.french)",
        "the session’s last day, \(session.last), is before its first, \(session.first)"),
      remedy: Text(
        "dans `sessionTo`, le \(session.first.text.french) ou un jour suivant, ou rien",
        "sessionTo=\(session.first) or later, or no sessionTo"))
  }

  private func convened(
    on day: CalendarDate, for session: SessionDays, _ jury: JuryID
  ) -> Violation? {
    guard session.first < day else { return nil }
    return Violation(
      Text(
        "le jury \(jury) serait constitué le \(day.text.french), après le premier jour de sa session, le \(session.first.text.french)",
        "jury \(jury) would be convened on \(day), after the first day of its session, \(session.first)"
      ),
      remedy: Text(
        "une session à partir du \(day.text.french), ou la constitution à son jour",
        "a session from \(day) on, or the convening on its own day"))
  }
}
