internal import Events
internal import Projections

/// R22 — a person has one live candidacy for a certification, unless it completes the other. A version,
/// those it supersedes and those that supersede it count as one certification. A reopening is judged
/// where the candidacy reopened would be live.
struct OneLiveCandidacy: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 22),
    sentence: Text(
      "une personne a une seule candidature en cours par certification, toutes versions comprises, sauf si l’une complète l’autre",
      "a person has one live candidacy for a certification, all its versions included, unless it completes the other"
    ),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [.candidateEnrolled, .candidacyReopened]
  let reads: Set<Scope> = [.person, .certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    let (candidacy, enrolment): (CandidacyID, Enrolment)
    if case .candidateEnrolled(let data) = entry.event.fact {
      (candidacy, enrolment) = (data.candidacy, Enrolment(data))
    } else if let reopened = entry.event.fact.candidacy,
      let data = state.enrolment(of: reopened),
      state.before.reopenedCandidacy(reopened, on: entry.day)?.isLive == true
    {
      (candidacy, enrolment) = (reopened, data)
    } else {
      return nil
    }
    let live = state.others(
      of: enrolment.candidate, forAnyVersionOf: enrolment.certification,
      than: candidacy
    ).first { other in
      other != enrolment.completes
        && state.enrolment(of: other)?.completes != candidacy
        && state.candidacy(other, on: entry.day)?.isLive == true
    }
    guard let live else { return nil }
    return Violation(
      Text(
        "cette personne a déjà une candidature en cours pour cette certification : \(live)",
        "this person already has a live candidacy for this certification: \(live)"),
      remedy: Text(
        "la poursuite de la candidature \(live), ou une inscription qui la complète (`completes=\(live)`)",
        "\(live) carried on, or an enrolment that completes it (completes=\(live))"))
  }
}
