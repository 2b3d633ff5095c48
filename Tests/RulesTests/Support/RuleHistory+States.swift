import Events
import Projections
import Testing

extension RuleHistory {
  /// The state of a candidacy on a day, with everything that is known.
  func state(of candidacy: String = "D1", on day: String) throws -> CandidacyState {
    let state = try ledger(on: day)
    return try #require(state.candidacy(try CandidacyID(candidacy), on: try CalendarDate(day)))
  }

  /// The fold of everything known, up to a day.
  func ledger(on day: String) throws -> LedgerState {
    let timeless = TimelessFacts(
      envelopes.filter { TimelessFacts.types.contains($0.event.fact.type) })
    let day = try CalendarDate(day)
    var state = LedgerState(timeless)
    let counted = envelopes.filter { $0.event.occurredOn <= day }
    for envelope in counted.sorted(by: {
      ($0.event.occurredOn, $0.position) < ($1.event.occurredOn, $1.position)
    }) {
      state.apply(envelope)
    }
    return state
  }

  /// The states of a candidacy's blocks on a day, in the framework's order.
  func blocks(of candidacy: String = "D1", on day: String) throws -> [BlockStatus] {
    try state(of: candidacy, on: day).blocks.map(\.status)
  }
}
