internal import Events
internal import Projections

/// R05 — a decision comes from a jury of the certification that was held; the candidacy was summoned
/// to it and was not absent.
struct CompetentJury: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 5),
    sentence: Text(
      "la décision vient d’un jury de la certification qui a siégé ; la candidature y était convoquée et n’était pas absente",
      "the decision comes from a jury of the certification that was held; the candidacy was summoned and was not absent"
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
        Text("il n’est pas constitué au \(entry.day)", "it was not convened by \(entry.day)"))
    }
    if let own = state.enrolment(of: candidacy)?.certification,
      let other = register?.certification,
      !state.sameDay.supersessions.isSame(other, asOrOlderThan: own)
    {
      wrongs.append(Text("c’est un jury de \(other)", "it is a jury of \(other)"))
    }
    if register?.heldOn == nil {
      wrongs.append(
        Text("il n’a pas siégé au \(entry.day)", "it was not held by \(entry.day)"))
    }
    if register?.isCancelled == true {
      wrongs.append(Text("il est annulé", "it is cancelled"))
    }
    if register?.hasSummoned(candidacy) != true {
      wrongs.append(
        Text("il n’a pas convoqué \(candidacy)", "it did not summon \(candidacy)"))
    }
    if register?.wasAbsent(candidacy) == true {
      wrongs.append(Text("\(candidacy) y était absente", "\(candidacy) was absent"))
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
