public import EventLog
public import Events

/// A person with erased ids and others that were merged with them later, whose keys remain.
public struct PartlyErasedPerson: Hashable, Sendable {
  public let erased: [CandidateID]
  /// The ids whose keys were not destroyed.
  public let remaining: [CandidateID]
}

extension EventLog {
  /// The persons that merges at these positions left partly erased.
  ///
  /// Cost: one reading of the merges between the positions; more only if there are some.
  ///
  /// - Throws: ``LogFailure``.
  public func personsPartlyErased(byMergesAt positions: [Position]) throws -> [PartlyErasedPerson] {
    guard let first = positions.min(), let last = positions.max() else { return [] }
    var merged: [Position: CandidateID] = [:]
    try read(EventQuery(types: [.candidateMerged], from: first, through: last)) { stored in
      if case .candidateMerged(let data) = try stored.envelope().event.fact {
        merged[stored.position] = data.into
      }
    }
    if merged.isEmpty { return [] }
    var found: Set<PartlyErasedPerson> = []
    for position in positions {
      guard let id = merged[position] else { continue }
      if let person = try partlyErased(id) { found.insert(person) }
    }
    return found.sorted { ($0.erased.first?.text ?? "") < ($1.erased.first?.text ?? "") }
  }

  private func partlyErased(_ candidate: CandidateID) throws -> PartlyErasedPerson? {
    let last = try head().last
    guard let person = try PersonHistory(of: candidate, known: last, in: self) else { return nil }
    var erasures: [(candidate: CandidateID, position: Position)] = []
    let query = EventQuery(
      subjects: person.ids.map { .candidate($0) }, types: [.candidateIdentityErased])
    try read(query) { stored in
      if case .candidateIdentityErased(let data) = try stored.envelope().event.fact {
        erasures.append((data.candidate, stored.position))
      }
    }
    var erased: Set<CandidateID> = []
    for erasure in erasures {
      let then = try PersonHistory(of: erasure.candidate, known: erasure.position, in: self)
      erased.formUnion(then?.ids ?? [erasure.candidate])
    }
    let remaining = person.ids.filter { !erased.contains($0) }
    if erased.isEmpty || remaining.isEmpty { return nil }
    return PartlyErasedPerson(erased: erased.sorted(), remaining: remaining)
  }
}
