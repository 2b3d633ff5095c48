import AcquisLedger
import EventLog
import Events
import Glibc
import NaiveModel
import Projections
import Rules
import TestSupport
import Testing

/// The rules compared with a second, naive implementation: random commands are judged by both; those
/// that both allow are recorded.
@Suite struct ModelTests {
  /// The number of histories: `ACQUIS_HISTORIES`, else 40.
  static let histories = getenv("ACQUIS_HISTORIES").flatMap { Int(String(cString: $0)) } ?? 40

  @Test(arguments: 0..<8)
  func `random commands are judged as the naive rules judge them`(part: Int) throws {
    for seed in stride(from: part, to: Self.histories, by: 8) {
      try ModelRun(seed: UInt64(1000 + seed)).run(commands: 60)
    }
  }
}

/// One history, judged by both.
struct ModelRun {
  let seed: UInt64

  func run(commands count: Int) throws {
    var commands = try RandomCommands(seed: seed)
    var history: [Envelope] = []
    let clock = TestClock(tick: 0)
    let log = try InMemoryLog(clock: clock.now, trust: ClockTrust(isAccepted: true))
    for envelope in try commands.beginning() {
      clock.set(envelope.recordedAt)
      _ = try log.append([EncodedEvent(envelope.event)], unless: nil)
      history.append(envelope)
    }
    var waiting: [EncodedEvent] = []
    for step in 0..<count {
      let command = try commands.next(after: history)
      let event = command.event
      let now = Instant(endOf: command.today)
      clock.set(now)
      let naive = NaiveRules(history).broken(by: event, today: command.today)
      let encoded = try EncodedEvent(event)
      let batch = try JudgedBatch([encoded], in: log, at: now)
      let waived = Set(event.waives?.elements.map(\.number) ?? [])
      let refused = Set(batch.refused?.refusals.map(\.rule.number) ?? [])
      let broken = naive.subtracting(waived.subtracting(NaiveRules.absolute))
        .union(waived.subtracting(naive)).union(waived.intersection(NaiveRules.absolute))
      let place = "seed \(seed), step \(step), \(event.fact.type) on \(event.occurredOn)"
      // Where R15 refuses, the other rules are not compared: they may lack an enrolment to judge by.
      if naive.contains(15) {
        #expect(refused.contains(15), "\(place): \(refused), naive \(broken)")
      } else {
        #expect(refused == broken, "\(place): \(refused), naive \(broken)")
      }
      guard refused.isEmpty, broken.isEmpty else {
        if refused.isEmpty != broken.isEmpty { return }
        waiting = waiting.suffix(3) + [encoded]
        continue
      }
      let before = try waiting.map { try JudgedBatch([$0], in: log, at: now) }
      let receipt = try log.append([encoded], unless: batch.condition)
      for (command, before) in zip(waiting, before) where !before.condition.isFailed(by: event) {
        // An event that no query of a judgement matches does not change the judgement.
        let after = try JudgedBatch([command], in: log, at: now)
        #expect(
          after.refused?.refusals.map(\.rule) == before.refused?.refusals.map(\.rule)
            && after.findings.map(\.rule) == before.findings.map(\.rule),
          "seed \(seed), \(command.event.fact.type) after \(event.fact.type), unguarded")
      }
      history.append(Envelope(position: receipt.positions[0], recordedAt: now, event: event))
    }
    try compareFindings(history, commands.today, log)
    for day in Self.days(history, commands.today) { try compareStates(history, day) }
  }

  /// The day of the last command, and of a few facts and the days after.
  private static func days(_ history: [Envelope], _ today: CalendarDate) -> [CalendarDate] {
    let days = Set(history.map(\.event.occurredOn)).sorted()
    return [today]
      + stride(from: 2, to: days.count, by: 9).flatMap { index in
        [days[index], days[index].adding(days: 1)]
      }
  }

  private func compareStates(_ history: [Envelope], _ day: CalendarDate) throws {
    let known = history.last?.position ?? .zero
    let timeless = history.filter { TimelessFacts.types.contains($0.event.fact.type) }
    var state = LedgerState(TimelessFacts(timeless))
    let counted = history.filter { $0.event.occurredOn <= day }
    for entry in counted.sorted(by: { $0.moment < $1.moment }) { state.apply(entry) }
    let reading = NaiveLedger(log: history, day: day, known: known).reading()
    for number in 1...5 {
      let id = try CandidacyID("D\(number)")
      #expect(
        state.candidacy(id, on: day).map { NaiveAnswer($0) } == reading.answer(id),
        "seed \(seed), \(id) on \(day)")
      #expect(
        state.candidacy(id, on: day).map { NaiveDetails($0) } == reading.details(id),
        "seed \(seed), details of \(id) on \(day)")
    }
  }

  private func compareFindings(
    _ history: [Envelope], _ day: CalendarDate, _ log: InMemoryLog
  ) throws {
    let known = try log.head().last
    let found = try log.findings(on: day, known: known)
    // Where R15 is found, the other rules are not compared: they may lack an enrolment or a jury.
    let all = Set(
      found.map { NaiveFinding(position: $0.position.number, rule: $0.rule.number) })
    let unordered = Set(all.filter { $0.rule == 15 }.map(\.position))
    let product = all.filter { $0.rule == 15 || !unordered.contains($0.position) }
    let naive = NaiveRules(history).findings(on: day)
      .filter { $0.rule == 15 || !unordered.contains($0.position) }
    #expect(
      product == naive,
      """
      seed \(seed), findings beyond: \(product.subtracting(naive).map { "\($0.position) R\($0.rule)" }), \
      missing: \(naive.subtracting(product).map { "\($0.position) R\($0.rule)" })
      """)
    // A fold in parts finds what one of everything finds.
    #expect(
      try log.findings(on: day, known: known, inPartsOf: 2) == found, "seed \(seed), in parts")
    // Findings read by subject are those of the whole log.
    let positions = history.map(\.position)
    #expect(
      try log.findings(at: positions, on: day, known: known) == found, "seed \(seed), by subject")
  }
}

extension AppendCondition {
  /// Whether an event would fail an append under this condition.
  fileprivate func isFailed(by event: Event) -> Bool {
    queries.contains { query in
      (query.types.isEmpty || query.types.contains(event.fact.type))
        && (query.subjects.isEmpty || !Set(query.subjects).isDisjoint(with: event.fact.subjects))
    }
  }
}
