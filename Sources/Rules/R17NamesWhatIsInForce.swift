internal import Events
internal import Projections

/// R17 — a revocation, an appeal, its outcome or an annulment names what is in force.
struct NamesWhatIsInForce: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 17),
    sentence: Text(
      "une révocation, un recours, son issue ou une annulation porte sur ce qui est en vigueur",
      "a revocation, an appeal, its outcome or an annulment names what is in force"),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [
    .juryDecisionRevoked, .decisionAppealed, .appealDecided, .recognitionRevoked,
    .certificationRevoked, .eventAnnulled,
  ]
  let reads: Set<Scope> = [.annulments]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    let fact = entry.event.fact
    if case .juryDecisionRevoked(let data) = fact {
      return decision(data.candidacy, data.jury, data.block, state)
    }
    if case .decisionAppealed(let data) = fact {
      return decision(data.candidacy, data.jury, data.block, state)
    }
    if case .eventAnnulled = fact {
      return state.introducedIDs.earlier(than: entry).map { earlier in
        Violation(
          Text(
            "l’entrée est déjà annulée (position \(earlier))",
            "the entry is already annulled (position \(earlier))"),
          remedy: Text(
            "aucune autre annulation ; pour rétablir l’entrée, l’annulation de la position \(earlier)",
            "no other annulment; to restore the entry, the annulment of position \(earlier)"))
      }
    }
    guard let candidacy = fact.candidacy else { return nil }
    let record = state.record(of: candidacy)
    if case .appealDecided(let data) = fact {
      let decisions = record?.decisions
      return decisions?.hasPendingAppeal(on: data.block, of: data.jury) == true
        ? nil
        : violation(
          Text(
            "aucun recours contre une décision du jury \(data.jury) sur \(data.block) n’est en cours",
            "no appeal against a decision of jury \(data.jury) on \(data.block) is pending"),
          candidacy)
    }
    if case .recognitionRevoked(let data) = fact {
      let isInForce = record?.recognitions.contains { $0.block == data.block && $0.revoked == nil }
      return isInForce == true
        ? nil
        : violation(
          Text(
            "aucune reconnaissance de \(data.block) n’est en vigueur",
            "no recognition of \(data.block) is in force"), candidacy)
    }
    let isAwarded = record?.award != nil && record?.awardRevoked == nil
    return isAwarded
      ? nil
      : violation(
        Text("il n’y a pas de délivrance à révoquer", "there is no award to revoke"), candidacy)
  }

  private func decision(
    _ candidacy: CandidacyID, _ jury: JuryID, _ block: BlockCode, _ state: JudgingState
  ) -> Violation? {
    state.record(of: candidacy)?.decisions.isDecided(block, by: jury) == true
      ? nil
      : violation(
        Text(
          "aucune décision du jury \(jury) sur \(block) n’est en vigueur",
          "no decision of jury \(jury) on \(block) is in force"), candidacy)
  }

  private func violation(_ absence: Text, _ candidacy: CandidacyID) -> Violation {
    Violation(
      Text("\(absence.french) pour \(candidacy)", "\(absence.english) for \(candidacy)"),
      remedy: Text(
        "ce qui est en vigueur ce jour-là, selon la chronologie de \(candidacy)",
        "what is in force on that day, by the timeline of \(candidacy)"))
  }
}
