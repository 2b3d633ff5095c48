internal import Events
internal import Projections

/// R17 — a revocation, an appeal, its outcome or an annulment names what stands.
struct NamesWhatStands: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 17),
    sentence: Text(
      "une révocation, un recours, son issue ou une annulation nomme ce qui vaut",
      "a revocation, an appeal, its outcome or an annulment names what stands"),
    source: Text(
      "règle de la maison", "rule of the house"))
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
        nothing(
          "une entrée qui vaille : annulée à la position \(earlier)",
          "an entry that stands: annulled at position \(earlier)")
      }
    }
    let record = fact.candidacy.flatMap { state.record(of: $0) }
    if case .appealDecided(let data) = fact {
      let decisions = record?.decisions
      return decisions?.hasPendingAppeal(on: data.block, of: data.jury) == true
        ? nil : nothing("un recours pendant", "a pending appeal")
    }
    if case .recognitionRevoked(let data) = fact {
      let stands = record?.recognitions.contains { $0.block == data.block && $0.revoked == nil }
      return stands == true
        ? nil : nothing("une reconnaissance qui vaille", "a recognition that stands")
    }
    let isAwarded = record?.award != nil && record?.awardRevoked == nil
    return isAwarded ? nil : nothing("une délivrance qui vaille", "an award that stands")
  }

  private func decision(
    _ candidacy: CandidacyID, _ jury: JuryID, _ block: BlockCode, _ state: JudgingState
  ) -> Violation? {
    state.record(of: candidacy)?.decisions.isDecided(block, by: jury) == true
      ? nil
      : nothing(
        "une décision de \(jury) sur \(block) qui vaille",
        "a decision of \(jury) on \(block) that stands")
  }

  private func nothing(_ french: String, _ english: String) -> Violation {
    Violation(
      Text("ne nomme pas \(french)", "does not name \(english)"),
      remedy: Text(
        "ce qui vaut ce jour-là, selon la chronologie du sujet",
        "what stands on that day, by the subject's timeline"))
  }
}
