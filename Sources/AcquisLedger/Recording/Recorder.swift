public import EventLog
public import Events
public import Rules
public import Vault

/// The loop of a command: read what it depends on, judge it, append it on the condition that nothing
/// relevant came in between; else again.
///
/// ```swift
/// var recorder = Recorder(log: log, vault: { try ledger.vault() }, clock: clock)
/// switch try recorder.record(lines) {
/// case .recorded(let receipt, let findings): …
/// case .refused(let line, let refusals): …
/// }
/// ```
///
/// Cost: some ten to forty index reads for a command, then the append: well under 3 ms on a ledger of
/// a million events.
public struct Recorder<Log: EventLog> {
  private let log: Log
  private var door: Door<Log>
  private let clock: @Sendable () -> Instant

  /// How often a command is judged anew because another writer came in between; one of them succeeds
  /// each time.
  private static var attempts: Int { 100 }

  /// - Parameters:
  ///   - vault: opens the vault, if something is to be sealed.
  ///   - clock: what time it is.
  public init(
    log: Log, vault: @escaping () throws(VaultFailure) -> Vault,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.log = log
    door = Door(log: log, vault: vault)
    self.clock = clock
  }

  /// Decides commands, in order, each seeing the ones before: all are recorded, or none.
  ///
  /// A command whose id the log holds already is a retry: it is not judged again.
  ///
  /// - Parameter isDryRun: judges and records nothing.
  /// - Throws: ``DoorFailure``, naming the line. Nothing was recorded then, nor where it is refused; keys
  ///   that an earlier attempt made durable stay in the vault, unused.
  public mutating func record(
    _ lines: [DoorLine], isDryRun: Bool = false
  ) throws(DoorFailure) -> RecordOutcome {
    let before = door.introductions
    let (log, clock) = (log, clock)
    let lines = lines.map { $0.identified(at: clock()) }
    return try door.bringIn(lines) { (door) throws(DoorFailure) in
      for _ in 0..<Self.attempts {
        // Sealed anew each time: whom a candidacy concerns may have been corrected meanwhile.
        door.introductions = before
        let events = try door.encode(deciding: lines)
        let batch = try at(nil) { try DecidedBatch(of: events, in: log, now: clock()) }
        if let (index, refusals) = batch.refused {
          door.forget(since: before)
          return .refused(line: lines[index].number, refusals)
        }
        if isDryRun {
          // What is in the log already is compared by the log, which adds nothing for it.
          for (event, line) in zip(events, lines) {
            let isRetry = try at(line.number) { try log.position(of: event.event.id) != nil }
            if isRetry { _ = try door.append([event], of: [line], unless: nil) }
          }
          door.forget(since: before)
          return .allowed(batch.findings)
        }
        try door.commitKeys()
        do throws(DoorFailure) {
          let receipt = try door.append(events, of: lines, unless: batch.condition)
          return .recorded(receipt, batch.findings)
        } catch {
          guard case .refused(.conditionFailed) = error.problem else { throw error }
        }
      }
      throw DoorFailure(line: nil, .contended)
    }
  }
}

/// What became of commands.
public enum RecordOutcome: Sendable {
  /// All are in the log, with what they break and may.
  case recorded(AppendReceipt, [Finding])
  /// All may be recorded; nothing was.
  case allowed([Finding])
  /// The command of this line may not be recorded, for these reasons; nothing was.
  case refused(line: Int, [Refusal])
}

/// A batch judged against one state of the log.
package struct DecidedBatch {
  /// The first command refused, by its index, and why.
  package private(set) var refused: (Int, [Refusal])?
  /// What the commands break and may.
  package private(set) var findings: [Finding] = []
  /// Nothing of what was read came in since.
  package let condition: AppendCondition

  package init(of events: [EncodedEvent], in log: some EventLog, now: Instant) throws {
    let last = try log.head().last
    var pending = PendingEvents()
    var queries: Set<EventQuery> = []
    var seen: Set<EventID> = []
    for (index, encoded) in events.enumerated() {
      let event = encoded.event
      // An id met before is a retry; the log compares its content.
      if try !seen.insert(event.id).inserted || log.position(of: event.id) != nil { continue }
      let position = Position(last.number + Int64(pending.count) + 1)
      let entry = Entry(event, at: position, recordedOn: now.dayInParis)
      let verdict = try Self.verdict(on: entry, in: log, known: last, pending, &queries)
      findings += verdict.findings
      if !verdict.refusals.isEmpty {
        refused = (index, verdict.refusals)
        break
      }
      pending.append(Envelope(position: position, recordedAt: now, event: event))
    }
    condition = AppendCondition(nothingMatchingAny: Array(queries), after: last)
  }

  /// Reads what an entry depends on, notes it, and judges.
  private static func verdict(
    on entry: Entry, in log: some EventLog, known: Position, _ pending: PendingEvents,
    _ queries: inout Set<EventQuery>
  ) throws -> Verdict {
    var excerpt = Excerpt(of: log, known: known, pending: pending)
    try excerpt.read(for: entry.event.fact)
    queries.formUnion(excerpt.queries)
    return Verdict(on: entry, in: excerpt.state(before: entry))
  }
}

extension DoorLine {
  /// This line with an id: its own, or a new one.
  fileprivate func identified(at now: Instant) -> DoorLine {
    if self["id"] != nil { return self }
    return adding("id", .string(EventID.new(at: now).description))
  }
}

extension EventID {
  /// A new id, unlike any other.
  public static func new(at now: Instant) -> EventID {
    var random = SystemRandomNumberGenerator()
    return EventID(
      version7At: UInt64(now.microseconds / 1000), random: (random.next(), random.next()))
  }
}
