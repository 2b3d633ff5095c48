internal import Events
internal import Projections

/// R05 — a decision comes from a jury of the certification that was held, to which the candidate was summoned and came.
struct CompetentJury: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 5),
    sentence: Text(
      "la décision vient d’un jury de la certification, tenu, auquel la candidature était convoquée et présente",
      "the decision comes from a jury of the certification that was held, to which the candidate was summoned and came"
    ),
    source: Text(
      "règle de la maison", "rule of the house"))
  let judges: Set<EventType> = [.blockValidated, .blockRefused]
  let reads: Set<Scope> = [.jury, .certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let decision = entry.event.fact.decision else { return nil }
    let (candidacy, jury) = (decision.candidacy, decision.jury)
    let register = state.sameDay.juries[jury]
    var wrongs: [Text] = []
    if register?.certification == nil {
      wrongs.append(
        Text("il n’est pas constitué au \(entry.day)", "it is not convened by \(entry.day)"))
    }
    if let own = state.enrolment(of: candidacy)?.certification,
      let other = register?.certification,
      !state.sameDay.supersessions.isSame(other, asOrOlderThan: own)
    {
      wrongs.append(Text("il est un jury de \(other)", "it is a jury of \(other)"))
    }
    if register?.heldOn == nil {
      wrongs.append(
        Text("il n’est pas tenu au \(entry.day)", "it is not held by \(entry.day)"))
    }
    if register?.isCancelled == true {
      wrongs.append(Text("il est annulé", "it is cancelled"))
    }
    if register?.hasSummoned(candidacy) != true {
      wrongs.append(
        Text("il n’a pas convoqué \(candidacy)", "it has not summoned \(candidacy)"))
    }
    if register?.wasAbsent(candidacy) == true {
      wrongs.append(Text("\(candidacy) y était absente", "\(candidacy) was absent"))
    }
    if wrongs.isEmpty { return nil }
    return Violation(
      Text(
        "le jury \(jury) ne peut pas décider : "
          + wrongs.map(\.french).joined(separator: " ; "),
        "the jury \(jury) may not decide: " + wrongs.map(\.english).joined(separator: "; ")),
      remedy: Text(
        "un jury de la certification, convoqué (CandidateSummoned) et tenu (JuryHeld) ce jour ou avant",
        "a jury of the certification, summoned to (CandidateSummoned) and held (JuryHeld) by that day"
      ))
  }
}
