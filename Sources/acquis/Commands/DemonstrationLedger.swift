internal import AcquisLedger
internal import Catalogue
internal import EventLog
internal import Events
internal import Rules
internal import Synchronization
internal import Vault

/// Creates the demonstration's ledger with scripted instants: its commands are judged by the rules, from a fold in
/// memory, and its old facts are imported.
///
/// Cost: 120 to 170 µs an event, of the processor. Memory: 530 MB for a million events.
enum DemonstrationLedger {
  /// Events in one append.
  private static let batch = 1000

  /// - Parameters:
  ///   - events: about how many.
  ///   - isJudged: false: all events are imported without judging, which is faster.
  static func make(
    at ledger: Ledger, events: Int, seed: UInt64, isJudged: Bool = true, _ output: Output
  ) throws {
    let demonstration = try Demonstration(events: events, seed: seed)
    let clock = ScriptedClock([demonstration.startsAt])
    defer { output.endProgress() }
    try ledger.with(clock: LedgerClock(now: clock.next)).create { draft in
      let catalogue = try BuiltInCatalogue.events().map { try EncodedEvent($0) }
      _ = try draft.log.append(catalogue, unless: nil)
      let now: @Sendable () -> Instant = { clock.last }
      var judging = try StreamedRecorder(log: draft.log, vault: draft.vault, clock: now)
      var importing = Recorder(log: draft.log, vault: draft.vault, clock: now)
      var lines = try LineBatches(of: demonstration.makeLines())
      var count = 0
      while let batch = try lines.next(upTo: Self.batch) {
        clock.set(batch.map(\.recordedAt))
        let commands = try batch.enumerated().map { offset, line in
          StreamedRecorder.Command(
            try Submission(line.value, line: count + offset + 1), recordedAt: line.recordedAt)
        }
        count += batch.count
        if !isJudged {
          _ = try importing.importFacts(commands.map(\.submission))
        } else if batch.first?.isImported == true {
          _ = try judging.importFacts(commands)
        } else if case .refused(let line, let refusals) = try judging.record(commands) {
          throw refused(line, refusals)
        }
        let shown = "\(count) / \(demonstration.count)"
        output.progress(Text("entrées : \(shown)", "events: \(shown)"))
      }
    }
  }

  private static func refused(_ line: Int, _ refusals: [Refusal]) -> Failure {
    let shown = refusals.map(\.text.english).joined(separator: "\n")
    return .check(
      Text(
        "démonstration, fait \(line) : refusé\n\(shown)",
        "demonstration, fact \(line): refused\n\(shown)"))
  }
}

/// The demonstration's lines in batches that are imported or judged as a whole.
private struct LineBatches {
  private var lines: DemonstrationLines
  /// The first line of the next batch.
  private var first: Demonstration.Line?

  init(of lines: DemonstrationLines) throws {
    self.lines = lines
    first = try self.lines.next()
  }

  /// The next lines, all to be imported or none; nil at the end.
  mutating func next(upTo limit: Int) throws -> [Demonstration.Line]? {
    guard let first else { return nil }
    var batch = [first]
    self.first = nil
    while let line = try lines.next() {
      if line.isImported != first.isImported || batch.count == limit {
        self.first = line
        break
      }
      batch.append(line)
    }
    return batch
  }
}

/// A clock that returns given instants, one at each call, then always the last one.
final class ScriptedClock: Sendable {
  private let instants: Mutex<[Instant]>

  init(_ instants: [Instant]) { self.instants = Mutex(instants.reversed()) }

  /// Replaces the instants.
  func set(_ instants: [Instant]) { self.instants.withLock { $0 = instants.reversed() } }

  /// The last of the instants.
  var last: Instant { instants.withLock { $0.first ?? .epoch } }

  func next() -> Instant {
    instants.withLock { instants in
      guard instants.count > 1 else { return instants.last ?? .epoch }
      return instants.removeLast()
    }
  }
}
