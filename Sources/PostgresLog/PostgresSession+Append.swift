internal import Cryptography
internal import EventLog
internal import Events
internal import PostgreSQL
internal import TransparencyLog

extension PostgresSession {
  /// What an attempt to append came to.
  enum Attempt {
    case added
    /// The log is not as it was known: another came first, or has an id of the batch.
    case overtaken
  }

  /// Appends a batch in a transaction of its own.
  ///
  /// While nobody else appends, a plan knows nothing of the log but its end: the server refuses it if another came
  /// first or an id is there already, and one round trip suffices otherwise. Where others append too, it is made while
  /// they wait, so that each has its turn. A plan that is refused was made without the entries that it is compared
  /// with, and is made again with them.
  mutating func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?, clock: () -> Instant,
    trust: ClockTrust
  ) throws(LogFailure) -> AppendReceipt {
    var readings = ClockReadings()
    compared = [:]
    var isCompared = needsComparing(events, condition)
    if !isCompared, turnsAwaited == 0 {
      do throws(LogFailure) {
        let plan = try plan(events, condition, &readings, clock, trust)
        if case .added = try add(plan.additions, of: events) { return plan.receipt }
        turnsAwaited = Self.turns
      } catch {
        // What it was refused for may not be so any more, or be a retry.
        if error.isOfServer { throw error }
        isCompared = true
      }
    }
    turnsAwaited = max(0, turnsAwaited - 1)
    while true {
      let before = end
      do throws(LogFailure) {
        try hold(after: ["begin", "unflushed"])
        if isCompared || needsComparing(events, condition) { try compare(with: events) }
        let plan = try plan(events, condition, &readings, clock, trust)
        // What is committed is awaited on the disk after the lock: others' commits reach it together with this one.
        // Those of a retry may not be there either, if a connection broke before it heard of them.
        let isThere = plan.additions.isEmpty
        if isThere { try run("COMMIT; \(PostgresSchema.flush)") }
        let isDone =
          try isThere
          ? true : add(plan.additions, of: events, before: ["commit", "flush"]) == .added
        if isDone {
          isDurable = true
          return plan.receipt
        }
      } catch {
        try? run("ROLLBACK")
        end = before
        // What another has just recorded may be the reason: it is told once it is on the disk.
        if !error.isOfServer { try flush() }
        throw error
      }
      // An id of the batch is there: compared, it is a retry, or a refusal.
      try run("ROLLBACK")
      end = before
      isCompared = true
    }
  }

  /// How many appends wait for their turn after one that another overtook.
  private static let turns = 32

  private func plan(
    _ events: [EncodedEvent], _ condition: AppendCondition?, _ readings: inout ClockReadings,
    _ clock: () -> Instant, _ trust: ClockTrust
  ) throws(LogFailure) -> AppendPlan {
    readings.startAgain()
    return try AppendPlan(
      of: events, unless: condition, after: tail.last, recordedAt: tail.recordedAt,
      clock: { readings.next(clock) }, trust: trust, in: self)
  }

  /// Appends a batch together with a side effect.
  ///
  /// - Parameter step: called before the commit; false discards the batch.
  /// - Returns: nil if the step returned false.
  mutating func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?, clock: () -> Instant,
    trust: ClockTrust, once step: (Instant) -> Bool
  ) throws(LogFailure) -> AppendReceipt? {
    var receipt: AppendReceipt?
    _ = try transaction { (session) throws(LogFailure) -> Bool? in
      try session.hold()
      try session.compare(with: events)
      let plan = try AppendPlan(
        of: events, unless: condition, after: session.tail.last,
        recordedAt: session.tail.recordedAt,
        clock: clock, trust: trust, in: session)
      if let first = plan.additions.first {
        guard case .added = try session.add(plan.additions, of: events) else {
          throw .damaged("the end of the log changed under its lock")
        }
        guard step(first.recordedAt) else { return false }
      }
      receipt = plan.receipt
      return true
    }
    return receipt
  }

  /// Runs the closure in a transaction, which is committed if it returns true; otherwise nothing was done.
  mutating func transaction(
    _ body: (inout PostgresSession) throws(LogFailure) -> Bool?
  ) throws(LogFailure) -> Bool? {
    let before = end
    try run("BEGIN")
    do throws(LogFailure) {
      let isWanted = try body(&self)
      try run(isWanted == true ? "COMMIT" : "ROLLBACK")
      if isWanted != true { end = before }
      return isWanted
    } catch {
      try? run("ROLLBACK")
      end = before
      throw error
    }
  }

  /// Adds events after the end that is known, in one round trip; in the transaction that has begun, if any.
  ///
  /// - Parameters:
  ///   - start: the index in the batch of the first of `events`.
  ///   - ending: the names of prepared statements that are run after, in the same round trip.
  mutating func add(
    _ additions: [AppendPlan.Addition], of events: [EncodedEvent], from start: Int = 0,
    before ending: [String] = []
  ) throws(LogFailure) -> Attempt {
    let new = try AppendedRows(additions, of: events, from: start, after: self)
    let answer: PostgresResult
    do throws(PostgresFailure) {
      answer = try connection.execute("append", new.values(after: tail.last), before: ending)
    } catch {
      if error.kind == .unique { return .overtaken }
      throw LogFailure(error)
    }
    guard answer.count == 1, let outcome = PostgresSchema.Outcome(rawValue: answer.integer(0, 0)),
      let last = additions.last
    else { throw .damaged("the function append") }
    switch outcome {
    case .added:
      for (offset, type) in new.newTypes.enumerated() {
        add(type: type, key: tail.types + Int64(offset) + 1)
      }
      tail = PostgresTail(
        last: last.position, recordedAt: last.recordedAt,
        types: tail.types + Int64(new.newTypes.count), tree: new.tree)
      return .added
    case .overtaken, .instantBack:
      guard let read = PostgresTail(answer, 1) else { throw .damaged("no end of the log") }
      try take(read)
      return .overtaken
    case .moved: throw .moved(to: try movedTo() ?? "")
    }
  }

  /// Where a ledger that was moved is now; nil for one that was not.
  func movedTo() throws(LogFailure) -> String? {
    let found = try rows("SELECT moved_to FROM tail WHERE one AND moved_to IS NOT NULL")
    return found.count == 1 ? found.text(0, 0) : nil
  }
}

/// What `append` of the schema takes for some new events, and the tree after them.
struct AppendedRows {
  private(set) var newTypes: [EventType] = []
  private(set) var tree: CompactRange
  private var ids: [[UInt8]] = []
  private var types: [Int64] = []
  private var schemas: [Int64] = []
  private var days: [Int64] = []
  private var instants: [Int64] = []
  private var hashes: [[UInt8]] = []
  private var bodies: [[UInt8]] = []
  private var tagEvents: [Int64] = []
  private var tagSubjects: [String] = []

  init(
    _ additions: [AppendPlan.Addition], of events: [EncodedEvent], from start: Int,
    after session: borrowing PostgresSession
  ) throws(LogFailure) {
    tree = session.tail.tree
    for (number, addition) in additions.enumerated() {
      let event = events[addition.index - start]
      let body = event.bytes(recordedAt: addition.recordedAt, clock: addition.clock)
      let completed = try add(body, session.hash)
      ids.append(event.event.id.bytes)
      types.append(key(of: event.type, session))
      schemas.append(Int64(event.schema.number))
      days.append(Int64(event.event.occurredOn.dayNumber))
      instants.append(addition.recordedAt.microseconds)
      hashes.append(completed.flatMap(\.bytes))
      bodies.append(body)
      for subject in event.subjects {
        tagEvents.append(Int64(number + 1))
        tagSubjects.append(subject.description)
      }
    }
  }

  private mutating func add(
    _ body: [UInt8], _ hash: borrowing TreeHash
  ) throws(LogFailure) -> [Digest] {
    do throws(CryptographyFailure) {
      let leaf = try unsafe body.span.withUnsafeBytes { (bytes) throws(CryptographyFailure) in
        try unsafe hash.leaf(bytes)
      }
      return try tree.append(leaf, hash)
    } catch { throw .unavailable(error) }
  }

  private mutating func key(of type: EventType, _ session: borrowing PostgresSession) -> Int64 {
    if let key = session.types.keys[type] { return key }
    let number = newTypes.firstIndex(of: type) ?? newTypes.count
    if number == newTypes.count { newTypes.append(type) }
    return session.tail.types + Int64(number) + 1
  }

  /// In the order of the function's parameters.
  func values(after last: Position) -> [PostgresValue] {
    [
      .integer(last.number), .byteStrings(ids), .integers(types), .texts(newTypes.map(\.rawValue)),
      .integers(schemas), .integers(days), .integers(instants), .byteStrings(hashes),
      .byteStrings(bodies), .integers(tagEvents), .texts(tagSubjects),
      .bytes(tree.nodes.flatMap(\.bytes)),
    ]
  }
}

/// The clock's readings for one batch: a batch that is planned again takes those that it has.
private struct ClockReadings {
  private var read: [Instant] = []
  private var taken = 0

  mutating func startAgain() { taken = 0 }

  mutating func next(_ clock: () -> Instant) -> Instant {
    if taken == read.count { read.append(clock()) }
    taken += 1
    return read[taken - 1]
  }
}
