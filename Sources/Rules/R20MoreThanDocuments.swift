internal import Events
internal import Projections

/// R20 — an award that rests on documents alone is reported.
struct MoreThanDocuments: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 20),
    sentence: Text(
      "une délivrance ne repose pas seulement sur des documents",
      "an award does not rest on documents alone"),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [.certificationAwarded]

  func severity(on type: EventType) -> Severity { .finds }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .certificationAwarded(let data) = entry.event.fact else { return nil }
    let held = state.held(by: data.candidacy, on: entry.day)
    if held.isEmpty || held.contains(where: { rests($0, data.candidacy, state) }) {
      return nil
    }
    return Violation(
      Text(
        "aucun bloc de \(data.candidacy) ne vient d’un jury de ce registre",
        "no block of \(data.candidacy) comes from a jury in this ledger"),
      remedy: Text(
        "les documents, à tenir à disposition", "the documents, kept available"))
  }

  /// Whether a block comes from a jury of the ledger, through any number of candidacies: a depth-first
  /// search that passes no candidacy twice on one path.
  private func rests(
    _ block: BlockCode, _ candidacy: CandidacyID, _ state: JudgingState
  ) -> Bool {
    var search = [Claim(block: block, candidacy: candidacy)]
    // The path to the current claim, each step with the length of `search` when it was reached.
    var path: [(claim: Claim, rest: Int)] = []
    var onPath: Set<CandidacyID> = []
    var visited: Set<Claim> = []
    var (steps, isCaching) = (0, false)
    while !search.isEmpty || !path.isEmpty {
      if let last = path.last, last.rest == search.count {
        path.removeLast()
        onPath.remove(last.claim.candidacy)
        if isCaching { visited.insert(last.claim) }
        continue
      }
      let claim = search.removeLast()
      steps += 1
      if steps == LedgerState.stepsBeforeCaching {
        isCaching = state.before.isAcyclic(from: candidacy)
      }
      guard !visited.contains(claim), let record = state.record(of: claim.candidacy),
        onPath.insert(claim.candidacy).inserted
      else { continue }
      if record.decisions.all.contains(where: {
        $0.block == claim.block && $0.isValidationInForce
      }) {
        return true
      }
      path.append((claim, search.count))
      search += claim.sources(in: record)
    }
    return false
  }
}

/// A block that a candidacy may hold.
private struct Claim: Hashable {
  let block: BlockCode
  let candidacy: CandidacyID

  /// The claims it may come from, other than a decision on the candidacy itself.
  func sources(in record: CandidacyRecord) -> [Claim] {
    let recognised = record.recognitions.filter { $0.block == block && $0.revoked == nil }
      .compactMap { recognition in
        recognition.source.candidacy.map {
          Claim(block: recognition.source.block ?? block, candidacy: $0)
        }
      }
    let completed = record.enrolment?.value.completes.map { Claim(block: block, candidacy: $0) }
    return recognised + [completed].compactMap(\.self)
  }
}
