internal import Events
internal import Projections

/// R05 — a decision comes from a jury of the certification, or of a version of it, that has sat; the
/// candidate was enrolled and summoned to it by its last day, and was not absent.
struct CompetentJury: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 5),
    sentence: Text(
      "la décision vient d’un jury de la certification ou d’une de ses versions, qui a siégé et n’est pas annulé ; le candidat était inscrit et convoqué au plus tard le dernier jour de la session, et n’était pas absent",
      "the decision comes from a jury of the certification or of a version of it, that has sat and is not annulled; the candidate was enrolled and summoned by the session’s last day, and was not absent"
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
          "il n’était pas encore constitué le \(entry.day.text.french)",
          "it was not convened by \(entry.day)"))
    }
    if let own = state.enrolment(of: candidacy)?.certification,
      let other = register?.certification,
      !state.isVersion(other, of: own)
    {
      wrongs.append(Text("c’est un jury de \(other)", "it is a jury of \(other)"))
    }
    if register?.heldOn == nil {
      wrongs.append(
        Text(
          "il n’avait pas encore siégé le \(entry.day.text.french)",
          "it had not sat by \(entry.day)"))
    }
    if register?.isCancelled(before: entry.moment) == true {
      wrongs.append(Text("sa session a été décommandée", "its session was cancelled"))
    }
    if register?.isAnnulled(before: entry.moment) == true {
      wrongs.append(Text("il a été annulé", "it was annulled"))
    }
    wrongs += tooLate(candidacy, register, at: entry, in: state)
    if register?.wasAbsent(candidacy, before: entry.moment) == true {
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

  /// What came after the last day of the session, or not at all: the summons, the enrolment.
  private func tooLate(
    _ candidacy: CandidacyID, _ register: JuryRegister?, at entry: Entry, in state: JudgingState
  ) -> [Text] {
    guard let summons = register?.standingSummons(of: candidacy, before: entry.moment) else {
      return [Text("il n’a pas convoqué \(candidacy)", "it did not summon \(candidacy)")]
    }
    guard let last = register?.session?.last else { return [] }
    var wrongs: [Text] = []
    if let enrolled = state.sameDay.enrolmentDay(of: candidacy), last < enrolled {
      wrongs.append(
        Text(
          "\(candidacy) n’a été inscrite que le \(enrolled.text.french), après sa session (dernier jour : \(last.text.french))",
          "\(candidacy) was enrolled on \(enrolled), after its session (last day: \(last))"))
    }
    if last < summons.day {
      wrongs.append(
        Text(
          "il n’a convoqué \(candidacy) que le \(summons.day.text.french), après sa session (dernier jour : \(last.text.french))",
          "it summoned \(candidacy) on \(summons.day), after its session (last day: \(last))"))
    }
    return wrongs
  }
}
