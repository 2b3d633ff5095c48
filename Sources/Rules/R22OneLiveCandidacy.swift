internal import Events
internal import Projections

/// R22 — a person has one live candidacy for a certification, unless it completes the other.
struct OneLiveCandidacy: Rule {
  let id = RuleID(known: 22)
  let sentence = Text(
    "une personne a une seule candidature en cours par certification, sauf pour compléter",
    "a person has one live candidacy for a certification, unless it completes the other")
  let source = Text(
    "règle de la maison", "rule of the house")
  let judges: Set<EventType> = [.candidateEnrolled, .candidacyReopened]
  let reads: Set<Reach> = [.person]

  func breach(by entry: Entry, in history: History) -> Breach? {
    let enrolment: CandidateEnrolled
    if case .candidateEnrolled(let data) = entry.event.fact {
      enrolment = data
    } else if let candidacy = entry.event.fact.candidacy,
      let data = history.enrolment(of: candidacy)
    {
      enrolment = data
    } else {
      return nil
    }
    let live = history.others(
      of: enrolment.candidate, for: enrolment.certification, than: enrolment.candidacy
    ).first { other in
      other != enrolment.completes
        && history.enrolment(of: other)?.completes != enrolment.candidacy
        && history.state(of: other, on: entry.day)?.isLive == true
    }
    guard let live else { return nil }
    return Breach(
      Text(
        "\(live) est déjà en cours pour cette personne et cette certification",
        "\(live) is already live for this person and certification"),
      remedy: Text(
        "continuez \(live), ou complétez-la (completes=\(live))",
        "go on with \(live), or complete it (completes=\(live))"))
  }
}

extension CandidacyState {
  /// Whether the candidacy is under way: not ended, and its window not closed.
  fileprivate var isLive: Bool {
    switch status {
    case .revoked, .certified, .continued, .withdrawn, .inadmissible: false
    case .awardPending, .partiallyCertified, .lapsed, .awaitingJury, .refused, .inPreparation,
      .admissible, .enrolled:
      window.status != .lapsed
    }
  }
}
