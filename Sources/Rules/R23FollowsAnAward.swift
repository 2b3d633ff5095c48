internal import Events
internal import Projections

/// R23 — a declaration and an insertion survey follow an award in force on their day; an answer follows
/// the deposit of its flow for that candidacy. Facts of the same day count whatever their position.
struct FollowsAnAward: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 23),
    sentence: Text(
      "une déclaration ou une enquête d’insertion suit une délivrance en vigueur ce jour-là ; une réponse de la Caisse des Dépôts suit le dépôt de son flux",
      "a declaration or an insertion survey follows an award in force on that day; an answer of the Caisse des Dépôts follows the deposit of its flow"
    ),
    source: Text("Code du travail, L6113-8", "Code du travail, L6113-8"))
  let judges: Set<EventType> = [.awardDeclared, .declarationAnswered, .insertionSurveyAnswered]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .declarationAnswered(let data) = entry.event.fact {
      if state.hasDeposited(data.flow, for: data.candidacy) { return nil }
      return Violation(
        Text(
          "le flux \(data.flow) n’a pas été déposé pour \(data.candidacy) au \(entry.day.text.french)",
          "flow \(data.flow) was not deposited for \(data.candidacy) by \(entry.day)"),
        remedy: Text(
          "le dépôt de ce flux (AwardDeclared), ce jour-là ou avant",
          "the deposit of this flow (AwardDeclared), on that day or before"))
    }
    guard let candidacy = entry.event.fact.candidacy, !state.isAwarded(candidacy, for: entry)
    else { return nil }
    return Violation(
      Text(
        "aucune délivrance de \(candidacy) n’est en vigueur au \(entry.day.text.french)",
        "no award of \(candidacy) is in force on \(entry.day)"),
      remedy: Text(
        "une délivrance de ce jour-là ou d’avant, qui ne soit pas révoquée (CertificationAwarded)",
        "an award of that day or before that is not revoked (CertificationAwarded)"))
  }
}

extension JudgingState {
  /// Whether an award of the entry's day or before is in force. A revocation counts where it comes
  /// before the entry.
  fileprivate func isAwarded(_ candidacy: CandidacyID, for entry: Entry) -> Bool {
    guard let record = sameDay.awards(of: candidacy), record.award != nil else { return false }
    return record.awardRevoked.map { entry.moment < $0 } ?? true
  }

  /// Whether a flow was deposited for a candidacy by the end of the entry's day.
  fileprivate func hasDeposited(_ flow: FlowID, for candidacy: CandidacyID) -> Bool {
    sameDay.awards(of: candidacy)?.hasDeposited(flow) ?? false
  }
}
