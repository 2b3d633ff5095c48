public import EventLog
public import Events
internal import Projections

/// A flow whose deposit is recorded: the entries of its deposit, which say what was known to it.
public struct RecordedFlow: Sendable {
  public let id: FlowID
  /// Those that it declared, in the order of the entries.
  public let candidacies: [CandidacyID]
  /// The first and the last entry of the deposit.
  public let first: Position
  public let last: Position
  /// The day of the deposit.
  public let on: CalendarDate
  /// When the first entry was recorded.
  public let recordedAt: Instant
  /// The candidacies whose entry was annulled since.
  public let annulled: [CandidacyID]
  /// The candidacies declared under this id by other entries alone, which no file has; each once, sorted.
  public let others: [CandidacyID]
}

extension EventLog {
  /// A flow that `AwardDeclared` entries name, not all annulled; nil if there is none.
  ///
  /// Its deposit is the first run of entries that one writer recorded at once (``FlowEntryIDs``) and of which
  /// one is in force.
  ///
  /// Cost: reading every deposit of the log once.
  ///
  /// - Throws: ``LogFailure``.
  public func recordedFlow(_ id: FlowID) throws -> RecordedFlow? {
    let entries = try events(EventQuery(types: [.awardDeclared, .eventAnnulled]))
    let annulled = TimelessFacts(entries).annulled
    var runs: [[Envelope]] = []
    for entry in entries where entry.event.fact.declared?.flow == id {
      if let run = runs.last, FlowEntryIDs.isOne(run, with: entry) {
        runs[runs.count - 1].append(entry)
      } else {
        runs.append([entry])
      }
    }
    func isInForce(_ entry: Envelope) -> Bool { !annulled.contains(entry.event.id) }
    guard let index = runs.firstIndex(where: { $0.contains(where: isInForce) }),
      let first = runs[index].first, let last = runs[index].last
    else { return nil }
    func candidacies(_ entries: [Envelope]) -> [CandidacyID] {
      entries.compactMap { $0.event.fact.declared?.candidacy }
    }
    let deposited = candidacies(runs[index])
    let others = candidacies(runs[(index + 1)...].flatMap { $0 }.filter(isInForce))
    return RecordedFlow(
      id: id, candidacies: deposited, first: first.position, last: last.position,
      on: first.event.occurredOn, recordedAt: first.recordedAt,
      annulled: candidacies(runs[index].filter { !isInForce($0) }),
      others: Set(others).subtracting(deposited).sorted())
  }

  /// Whether deposits name a flow, all annulled: its id was used, and there is nothing to write.
  ///
  /// Cost: reading every deposit of the log once.
  ///
  /// - Throws: ``LogFailure``.
  public func isAnnulledFlow(_ id: FlowID) throws -> Bool {
    let deposits = try deposits()
    return deposits.contains { $0.flow == id }
      && !deposits.contains { $0.flow == id && $0.isInForce }
  }

  /// The ids of every flow that a deposit in force names, sorted.
  ///
  /// - Throws: ``LogFailure``.
  public func flowIDs() throws -> [FlowID] {
    Set(try deposits().filter(\.isInForce).map(\.flow)).sorted()
  }

  private func deposits() throws -> [(flow: FlowID, isInForce: Bool)] {
    let entries = try events(EventQuery(types: [.awardDeclared, .eventAnnulled]))
    let annulled = TimelessFacts(entries).annulled
    return entries.compactMap { entry in
      entry.event.fact.declared.map { ($0.flow, !annulled.contains(entry.event.id)) }
    }
  }
}

extension Fact {
  fileprivate var declared: AwardDeclared? {
    if case .awardDeclared(let data) = self { data } else { nil }
  }
}
