import Events
import Projections
import Rules
import Testing

/// A history in the order recorded, positions from 1, on which one more entry is judged without a store.
///
/// It begins with the framework `T1` at position 1.
struct RuleHistory {
  private(set) var envelopes: [Envelope] = []

  init(_ framework: Fact? = nil) throws {
    try add(try framework ?? .framework(), on: "2017-01-01")
  }

  /// Records a fact without judging it; returns its id.
  @discardableResult
  mutating func add(_ fact: Fact, on day: String, waives: [Int] = []) throws -> EventID {
    let event = try event(fact, on: day, waives: waives)
    envelopes.append(
      Envelope(position: next, recordedAt: Instant(endOf: event.occurredOn), event: event))
    return event.id
  }

  var next: Position { Position(Int64(envelopes.count) + 1) }

  private func event(_ fact: Fact, on day: String, waives: [Int]) throws -> Event {
    let rules = try waives.map { try RuleID($0 < 10 ? "R0\($0)" : "R\($0)") }
    return Event(
      id: EventID(high: 1, low: UInt64(envelopes.count) + 1), occurredOn: try CalendarDate(day),
      recordedBy: try RecorderID("officer:1"),
      waives: rules.isEmpty ? nil : try NonEmpty(rules), fact: fact)
  }
}

// MARK: What the rules say

extension RuleHistory {
  /// How the next entry breaks a rule, as the judgement reports it; nil where it keeps the rule or the
  /// rule does not judge its type.
  ///
  /// - Parameter recordedOn: nil: the day itself.
  func breach(
    of number: Int, by fact: Fact, on day: String, recordedOn: String? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws -> Breach? {
    let entry = try entry(fact, on: day, recordedOn: recordedOn, waives: [])
    let state = state(before: entry.event.occurredOn, entry.position)
    let judgement = Judgement(on: entry, in: state)
    let rule = try #require(RuleBook.rule(RuleID(number: number)) as? any EventRule)
    let refusal = judgement.refusals.first { $0.rule == rule.id }
    let finding = judgement.findings.first { $0.rule == rule.id }
    guard let message = refusal?.message ?? finding?.message else { return nil }
    let violation = try #require(
      rule.violation(by: entry, in: state), sourceLocation: location)
    #expect(violation.message == message, sourceLocation: location)
    #expect((finding == nil) == (rule.severity(on: fact.type) != .finds), sourceLocation: location)
    if let refusal {
      #expect(refusal.remedy == violation.remedy, sourceLocation: location)
      #expect(refusal.source == rule.source, sourceLocation: location)
    }
    return Breach(violation)
  }

  /// The judgement on the next entry.
  func judgement(on fact: Fact, day: String, waives: [Int] = []) throws -> Judgement {
    let entry = try entry(fact, on: day, recordedOn: nil, waives: waives)
    return Judgement(on: entry, in: state(before: entry.event.occurredOn, entry.position))
  }

  /// What happens to the next entry, which breaks a rule, where it waives that rule.
  func waiver(of number: Int, by fact: Fact, on day: String) throws -> WaiverOutcome {
    let judgement = try judgement(on: fact, day: day, waives: [number])
    let refusals = judgement.refusals.filter { $0.rule.number == number }
    let findings = judgement.findings.filter { $0.rule.number == number }
    if refusals.isEmpty { return findings.map(\.isWaived) == [true] ? .recorded : .notNeeded }
    return refusals.map(\.message.english).contains { $0.contains("is not needed") }
      ? .notNeeded : .forbidden
  }

  /// What the entries of the history break of a rule, each at its place: position and message.
  func findings(of number: Int) -> [String] {
    envelopes.flatMap { envelope -> [Finding] in
      let state = state(before: envelope.event.occurredOn, envelope.position)
      let entry = Entry(envelope)
      return state.isAnnulled(entry) ? [] : state.findings(of: entry)
    }.filter { $0.rule.number == number }.map { "\($0.position) \($0.message.english)" }
  }

  /// What the awards break on a day by time alone.
  func broken(on day: String) throws -> [Finding] {
    let day = try CalendarDate(day)
    return state(before: day, Position(Int64.max)).findings(on: day)
  }

  /// What would satisfy a rule that time alone breaks of an award.
  func remedy(of number: Int, byAwardOf candidacy: String, on day: String) throws -> Text? {
    let (rule, day) = (RuleBook.rule(RuleID(number: number)), try CalendarDate(day))
    return (rule as? any StandingRule)?.violation(
      byAwardOf: try CandidacyID(candidacy), in: state(before: day, Position(Int64.max)), on: day)?
      .remedy
  }

  private func entry(
    _ fact: Fact, on day: String, recordedOn: String?, waives: [Int]
  ) throws -> Entry {
    let event = try event(fact, on: day, waives: waives)
    return Entry(event, at: next, recordedOn: try CalendarDate(recordedOn ?? day))
  }

  /// Everything known, up to a place in valid time; the facts of its whole day are opened.
  private func state(before day: CalendarDate, _ position: Position) -> JudgingState {
    let timeless = TimelessFacts(
      envelopes.filter { TimelessFacts.types.contains($0.event.fact.type) })
    var (introduced, selections) = (IntroducedIDs(), SelectionFacts())
    for envelope in envelopes where !timeless.annulled.contains(envelope.event.id) {
      introduced.take(envelope)
      selections.take(envelope)
    }
    var state = JudgingState(timeless, introduced, selections)
    let counted = envelopes.filter { $0.event.occurredOn <= day }.sorted {
      ($0.event.occurredOn, $0.position) < ($1.event.occurredOn, $1.position)
    }
    for envelope in counted { state.open(envelope) }
    for envelope in counted
    where envelope.event.occurredOn < day || envelope.position < position {
      state.apply(envelope)
    }
    return state
  }
}
