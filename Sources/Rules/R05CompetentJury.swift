internal import Events
internal import Projections

/// R05 — a decision comes from a jury of the certification that has sat; the candidate was summoned
/// to it and was not absent.
struct CompetentJury: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 5),
    sentence: Text(
      "la décision vient d’un jury de la certification qui a siégé ; le candidat y était convoqué et n’était pas absent",
      "the decision comes from a jury of the certification that has sat; the candidate was summoned to it and was not absent"
    ),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [.blockValidated, .blockRefused]
  let reads: Set<Scope> = [.jury, .certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let decision = entry.event.fact.decision else { return nil }
    let (candidacy, jury) = (decision.candidacy, decision.jury)
    let register = state.sameDay.juries[jury]
    var wrongs: [Text] = []
    if register?.certification == nil {
      wrongs.append(
        Text(
          "il n’était pas encore constitué le \(entry.day)", "it was not convened by \(entry.day)"))
    }
    if let own = state.enrolment(of: candidacy)?.certification,
      let other = register?.certification,
      !state.sameDay.supersessions.isSame(other, asOrOlderThan: own)
    {
      wrongs.append(Text("c’est un jury de \(other)", "it is a jury of \(other)"))
    }
    if register?.heldOn == nil {
      wrongs.append(
        Text("il n’avait pas encore siégé le \(entry.day)", "it had not sat by \(entry.day)"))
    }
    if register?.isCancelled == true {
      wrongs.append(Text("sa session a été annulée", "its session was cancelled"))
    }
    if register?.hasSummoned(candidacy) != true {
      wrongs.append(
        Text("il n’a pas convoqué \(candidacy)", "it did not summon \(candidacy)"))
    }
    if register?.wasAbsent(candidacy) == true {
      wrongs.append(
        Text(
          "le candidat de \(candidacy) y était absent", "the candidate of \(candidacy) was absent"))
    }
    if wrongs.isEmpty { return nil }
    return Violation(
      Text(
        "le jury \(jury) ne peut pas décider : "
          + wrongs.map(\.french).joined(separator: " ; "),
        "jury \(jury) cannot decide: " + wrongs.map(\.english).joined(separator: "; ")),
      remedy: Text(
        "un jury de la certification qui a convoqué la candidature (CandidateSummoned) et siégé (JuryHeld) ce jour-là ou avant",
        "a jury of the certification that summoned the candidacy (CandidateSummoned) and was held (JuryHeld) on or before that day"
      ))
  }
}
