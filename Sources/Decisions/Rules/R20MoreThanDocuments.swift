internal import Events
internal import Projections

/// R20 — an award that rests on documents alone is told.
struct MoreThanDocuments: Rule {
  let id = RuleID(known: 20)
  let sentence = Words(
    "une délivrance ne repose pas sur des documents seuls",
    "an award does not rest on documents alone")
  let source = Words(
    "règle de la maison", "rule of the house")
  let judges: Set<EventType> = [.certificationAwarded]

  func force(on type: EventType) -> Force { .finds }

  func breach(by entry: Entry, in history: History) -> Breach? {
    guard case .certificationAwarded(let data) = entry.event.fact else { return nil }
    let held = history.held(by: data.candidacy, on: entry.day)
    if held.isEmpty || held.contains(where: { rests($0, data.candidacy, history, []) }) {
      return nil
    }
    return Breach(
      Words(
        "aucun des blocs de \(data.candidacy) ne vient d’un jury de ce registre",
        "no block of \(data.candidacy) comes from a jury in this ledger"),
      remedy: Words(
        "les pièces, à tenir à disposition", "the documents, to be kept at hand"))
  }

  /// Whether a block rests on a jury of the ledger, through however many candidacies.
  private func rests(
    _ block: BlockCode, _ candidacy: CandidacyID, _ history: History,
    _ visited: Set<CandidacyID>
  ) -> Bool {
    guard !visited.contains(candidacy), let record = history.facts(of: candidacy) else {
      return false
    }
    let visited = visited.union([candidacy])
    if record.decisions.contains(where: { $0.block == block && $0.validated && $0.stands }) {
      return true
    }
    for recognition in record.recognitions
    where recognition.block == block && recognition.revoked == nil {
      guard let source = recognition.source.candidacy else { continue }
      if rests(recognition.source.block ?? block, source, history, visited) { return true }
    }
    guard let earlier = record.enrolment?.value.completes else { return false }
    return rests(block, earlier, history, visited)
  }
}
