import EventSamples
import Events
import Projections
import Testing

/// Which types of event a fold takes, and which it passes over without decoding them.
@Suite struct `Types taken` {
  @Test func `a type that a fold passes over changes nothing of it`() throws {
    for sample in try Samples.all() where !LedgerState.takes(sample.type) {
      for fact in sample.facts {
        for envelope in try envelopes(fact) {
          var state = try populated()
          let before = description(of: state)
          state.apply(envelope)
          #expect(description(of: state) == before, "\(sample.type)")
        }
      }
    }
  }

  @Test func `a type that a fold takes changes it`() throws {
    for sample in try Samples.all() where LedgerState.takes(sample.type) {
      var state = LedgerState(TimelessFacts([]))
      let before = description(of: state)
      for envelope in try envelopes(sample.full) { state.apply(envelope) }
      #expect(description(of: state) != before, "\(sample.type)")
    }
  }

  @Test(arguments: 0..<40) func `a fold of what it takes is a fold of everything`(
    seed: UInt64
  ) throws {
    var log = try RandomHistory(seed: seed).ledger.log
    // Every type is there, before, among and after the others.
    for fact in try Samples.all().flatMap(\.facts) {
      for envelope in try envelopes(fact, after: log.count) { log.append(envelope) }
    }
    let timeless = TimelessFacts(log)
    var (all, taken) = (LedgerState(timeless), LedgerState(timeless))
    for envelope in log.inFoldOrder {
      all.apply(envelope)
      let event = envelope.event
      if LedgerState.takes(event.fact.type), !timeless.annulled.contains(event.id) {
        let moment = Moment(day: event.occurredOn, position: envelope.position)
        taken.apply(event.fact, at: moment, waiving: event.waives)
      }
    }
    #expect(description(of: all) == description(of: taken))
  }

  /// An event of a fact with waivers and one without, on different days.
  private func envelopes(_ fact: Fact, after last: Int = 1_000) throws -> [Envelope] {
    let events = [try Samples.fullEvent(fact), try Samples.minimalEvent(fact)]
    return events.enumerated().map { index, event in
      let numbered = Event(
        id: EventID(high: 9, low: UInt64(last + index)), occurredOn: event.occurredOn,
        recordedBy: event.recordedBy, waives: event.waives, fact: fact)
      return Envelope(
        position: Position(Int64(last + index) + 1), recordedAt: .epoch, event: numbered)
    }
  }

  /// A state with a fact of every type that is taken, and of a random history.
  private func populated() throws -> LedgerState {
    var state = LedgerState(TimelessFacts([]))
    for sample in try Samples.all() where LedgerState.takes(sample.type) {
      for envelope in try envelopes(sample.full) { state.apply(envelope) }
    }
    return state
  }

  /// Everything a value holds; dictionaries and sets sorted.
  private func description(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return String(reflecting: value) }
    let parts = mirror.children.map { "\($0.label ?? ""):\(description(of: $0.value))" }
    let isOrdered = mirror.displayStyle != .dictionary && mirror.displayStyle != .set
    return "(" + (isOrdered ? parts : parts.sorted()).joined(separator: ",") + ")"
  }
}
