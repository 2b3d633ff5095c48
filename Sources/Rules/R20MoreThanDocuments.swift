internal import Events
internal import Projections

/// R20 — an award that rests on documents alone is reported.
struct MoreThanDocuments: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 20),
    sentence: Text(
      "une délivrance ne repose pas sur des documents seuls",
      "an award does not rest on documents alone"),
    source: Text(
      "règle de la maison", "rule of the house"))
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
        "aucun des blocs de \(data.candidacy) ne vient d’un jury de ce registre",
        "no block of \(data.candidacy) comes from a jury in this ledger"),
      remedy: Text(
        "les pièces, à tenir à disposition", "the documents, to be kept at hand"))
  }

  /// Whether a block rests on a jury of the ledger, through however many candidacies, none of them
  /// twice on one way.
  private func rests(
    _ block: BlockCode, _ candidacy: CandidacyID, _ state: JudgingState
  ) -> Bool {
    var search = [Claim(block: block, candidacy: candidacy)]
    // What is on the way, each with how much of `search` was there before it.
    var way: [(claim: Claim, rest: Int)] = []
    var onTheWay: Set<CandidacyID> = []
    var settled: Set<Claim> = []
    var (steps, areKept) = (0, false)
    while !search.isEmpty || !way.isEmpty {
      if let last = way.last, last.rest == search.count {
        way.removeLast()
        onTheWay.remove(last.claim.candidacy)
        if areKept { settled.insert(last.claim) }
        continue
      }
      let claim = search.removeLast()
      steps += 1
      if steps == LedgerState.stepsBeforeCaching {
        areKept = state.before.isAcyclic(from: candidacy)
      }
      guard !settled.contains(claim), let record = state.record(of: claim.candidacy),
        onTheWay.insert(claim.candidacy).inserted
      else { continue }
      if record.decisions.all.contains(where: {
        $0.block == claim.block && $0.isValidationInForce
      }) {
        return true
      }
      way.append((claim, search.count))
      search += claim.sources(in: record)
    }
    return false
  }
}

/// A block that a candidacy is said to hold.
private struct Claim: Hashable {
  let block: BlockCode
  let candidacy: CandidacyID

  /// What it would come from, beside a decision of the candidacy itself.
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
