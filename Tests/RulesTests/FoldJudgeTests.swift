import AcquisLedger
import EventLog
import Events
import Glibc
import NaiveModel
import Rules
import TestSupport
import Testing

/// The judge that folds in memory gives the verdicts of the one that reads the log.
@Suite struct FoldJudgeTests {
  @Test(arguments: 0..<8)
  func `random commands are judged from the fold as they are by reading the log`(
    part: Int
  ) throws {
    for seed in stride(from: part, to: TrialSize.histories(default: 40), by: 8) {
      try compare(seed: UInt64(7000 + seed), commands: 90)
    }
  }

  private func compare(seed: UInt64, commands count: Int) throws {
    var commands = try RandomCommands(seed: seed)
    let clock = TestClock(tick: 0)
    let log = try InMemoryLog(clock: clock.now, trust: ClockTrust(isAccepted: true))
    var history: [Envelope] = []
    for envelope in try commands.beginning() {
      clock.set(envelope.recordedAt)
      _ = try log.append([EncodedEvent(envelope.event)], unless: nil)
      history.append(envelope)
    }
    var dice = SeededGenerator(seed: seed)
    var judge = try FoldJudge(log)
    var unrecorded: [EncodedEvent] = []
    for step in 0..<count {
      let command = try commands.next(after: history)
      let now = Instant(endOf: command.today)
      clock.set(now)
      let encoded = try EncodedEvent(command.event)
      let read = try JudgedBatch(unrecorded + [encoded], in: log, at: now, goesOn: true)
      let last = read.everyRefused.last.flatMap { $0.index == unrecorded.count ? $0 : nil }
      let entry = Entry(
        command.event, at: judge.next, recordedOn: now.dayInParis)
      let folded = try judge.judgement(on: entry)
      let place = "seed \(seed), step \(step), \(command.event.fact.type)"
      #expect(folded.refusals.map(\.text) == last?.refusals.map(\.text) ?? [], "\(place)")
      let own = read.findings.filter { $0.position == entry.position }
      #expect(folded.findings == own, "\(place)")
      // Some of the refused are taken too, as an import takes them.
      guard folded.refusals.isEmpty || dice.chance(30),
        encoded.isPossible(after: history, on: command.today)
      else { continue }
      let envelope = Envelope(position: judge.next, recordedAt: now, event: command.event)
      judge.take(envelope)
      history.append(envelope)
      unrecorded.append(encoded)
      if dice.chance(40) {
        _ = try log.append(unrecorded, unless: nil)
        unrecorded = []
        judge.appended()
      }
    }
  }
}

extension EncodedEvent {
  /// Whether a log would append it: it has happened, and an annulment names an entry that is there.
  fileprivate func isPossible(after history: [Envelope], on today: CalendarDate) -> Bool {
    if event.occurredOn > today { return false }
    guard case .eventAnnulled(let data) = event.fact else { return true }
    return history.contains { $0.event.id == data.event && $0.event.fact.subjects == data.subjects }
  }
}
