import AcquisLedger
import Catalogue
import EventLog
import Events
import Rules
import Synchronization
import TestSupport
import Testing
import Vault

/// A stream recorded from the fold in memory is what one command after another records.
@Suite struct StreamedRecorderTests {
  private let ledger: TestLedger
  private let path: String

  init() throws {
    ledger = try TestLedger()
    path = ledger.path
  }

  /// A log with the catalogue in it, whose clock is set by the test.
  private func log() throws -> (log: InMemoryLog, clock: TestClock) {
    let clock = TestClock(start: try Instant("2017-01-02T08:00:00.000000Z").microseconds, tick: 0)
    let log = try InMemoryLog(clock: clock.now, trust: ClockTrust(isAccepted: true))
    _ = try log.append(try BuiltInCatalogue.events().map { try EncodedEvent($0) }, unless: nil)
    return (log, clock)
  }

  private func streamed(_ log: InMemoryLog, _ clock: TestClock) throws -> StreamedRecorder {
    let path = path
    return try StreamedRecorder(
      log: log, vault: { () throws(VaultFailure) in try Vault(beside: path) }, clock: clock.now)
  }

  /// A fact to record.
  private struct Fact {
    let recordedAt: Instant
    let value: JSONValue
    let isImported: Bool
    /// Whether it states the fact before it again, under no id.
    var isCopy = false
  }

  /// The demonstration's facts, and among them copies, most of which are refused.
  private func facts(_ count: Int, seed: UInt64) throws -> [Fact] {
    var dice = SeededGenerator(seed: seed)
    var facts: [Fact] = []
    for line in try Demonstration(events: count, seed: seed).lines {
      facts.append(
        Fact(recordedAt: line.recordedAt, value: line.value, isImported: line.isImported))
      guard !line.isImported, dice.chance(6), case .object(let members) = line.value else {
        continue
      }
      let again = JSONValue.object(members.filter { $0.name != "id" })
      facts.append(
        Fact(recordedAt: line.recordedAt, value: again, isImported: false, isCopy: true))
    }
    return facts
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `its verdicts, entries and root are those of one command after another`(
    seed: UInt64
  ) throws {
    let (one, other) = (try log(), try log())
    let path = path
    var recorder = Recorder(
      log: one.log, vault: { () throws(VaultFailure) in try Vault(beside: path) },
      clock: one.clock.now)
    var stream = try streamed(other.log, other.clock)
    var refused = 0
    var rest = try facts(700, seed: seed)[...]
    while let fact = rest.first {
      for clock in [one.clock, other.clock] { clock.set(fact.recordedAt) }
      if fact.isImported {
        // Old facts name each other in any order.
        let old = rest.prefix(while: \.isImported)
        rest = rest.dropFirst(old.count)
        let submissions = try old.map { try Submission($0.value, line: 1) }
        let commands = zip(submissions, old).map {
          StreamedRecorder.Command($0, recordedAt: $1.recordedAt)
        }
        #expect(try recorder.importFacts(submissions) == stream.importFacts(commands))
        continue
      }
      rest.removeFirst()
      let submission = try Submission(fact.value, line: 1)
      let command = StreamedRecorder.Command(submission, recordedAt: fact.recordedAt)
      if fact.isCopy {
        // A copy that the rules allow is not recorded, so that its id, which is chosen at random, is in no log.
        let reasons = try recorder.refusals(of: [submission]).flatMap(\.refusals)
        guard !reasons.isEmpty else { continue }
      }
      let read = try recorder.record([submission], isDistinct: true)
      let folded = try stream.record([command])
      #expect("\(read)" == "\(folded)", "seed \(seed), \(fact.value)")
      if case .refused = folded { refused += 1 }
    }
    #expect(try one.log.head() == other.log.head())
    #expect(refused > 10)
  }

  @Test func `the root is the same whatever the batches, and few commands are read for`() throws {
    var heads: Set<LogHead> = []
    for size in [1, 7, 1000] {
      let place = try log()
      let clock = ScriptedInstants()
      let log = try InMemoryLog(clock: clock.next)
      clock.set([try Instant("2017-01-02T08:00:00.000000Z")])
      _ = try log.append(
        try BuiltInCatalogue.events().map { try EncodedEvent($0) }, unless: nil)
      var stream = try streamed(log, place.clock)
      var rest = try Demonstration(events: 2500).lines[...]
      let count = rest.count
      while let first = rest.first {
        let alike = rest.prefix { $0.isImported == first.isImported }
        let batch = first.isImported ? alike : alike.prefix(size)
        rest = rest.dropFirst(batch.count)
        clock.set(batch.map(\.recordedAt))
        let commands = try batch.map {
          StreamedRecorder.Command(try Submission($0.value, line: 1), recordedAt: $0.recordedAt)
        }
        if first.isImported {
          _ = try stream.importFacts(commands)
        } else {
          guard case .recorded = try stream.record(commands) else {
            Issue.record("refused")
            return
          }
        }
      }
      heads.insert(try log.head())
      #expect(stream.readBySubject * 10 < count, "\(stream.readBySubject) of \(count)")
    }
    #expect(heads.count == 1)
  }

  @Test func `after a refusal nothing of the batch is there, and the next is judged without it`()
    throws
  {
    let place = try log()
    place.clock.set(try Instant("2026-07-01T10:00:00.000000Z"))
    var stream = try streamed(place.log, place.clock)
    let now = try Instant("2026-07-01T10:00:00.000000Z")
    func commands(_ lines: String...) throws -> [StreamedRecorder.Command] {
      try [Submission].lines(lines).map { .init($0, recordedAt: now) }
    }
    let size = try place.log.head().last
    let twice = try stream.record(commands(Lines.enrolment(), Lines.enrolment()))
    guard case .refused(let line, let refusals) = twice else {
      Issue.record("recorded")
      return
    }
    #expect(line == 2 && refusals.map(\.rule.number) == [15])
    #expect(try place.log.head().last == size)
    guard case .recorded(let receipt, _) = try stream.record(commands(Lines.enrolment())) else {
      Issue.record("refused")
      return
    }
    #expect(receipt.appended == 1)
  }

  @Test func `it records nothing once somebody else has`() throws {
    let place = try log()
    let now = try Instant("2026-07-01T10:00:00.000000Z")
    place.clock.set(now)
    var stream = try streamed(place.log, place.clock)
    var other = ledger.recorder(in: place.log)
    _ = try other.importFacts(.lines(Lines.enrolment("D9", "P9")))
    let size = try place.log.head().last
    #expect {
      try stream.record([Submission].lines(Lines.enrolment()).map { .init($0, recordedAt: now) })
    } throws: { error in
      guard let failure = error as? SubmissionFailure, case .contended = failure.problem else {
        return false
      }
      return true
    }
    #expect(try place.log.head().last == size)
  }
}

/// A clock that returns given instants, one at each call.
private final class ScriptedInstants: Sendable {
  private let instants = Mutex<[Instant]>([])

  func set(_ new: [Instant]) { instants.withLock { $0 = new.reversed() } }

  var next: @Sendable () -> Instant {
    { [self] in instants.withLock { $0.count > 1 ? $0.removeLast() : $0.last ?? .epoch } }
  }
}
