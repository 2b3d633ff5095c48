internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

/// Reads every row by position, and keeps the first defect. After it, events are still hashed, so
/// that the roots are complete.
struct Verifier: ~Copyable {
  private(set) var tree = CompactRange()
  private(set) var roots: [UInt64: Digest] = [:]
  private(set) var defects: [LogDefect] = []
  /// The number of events, before the first defect, whose clock was marked as behind.
  private(set) var clockBehind: UInt64 = 0
  private let sizes: Set<UInt64>
  private let hash: TreeHash
  private let timeout: Int32
  private var types: [Int64: EventType] = [:]
  private var previous: Instant?

  init(rootsAt sizes: Set<UInt64>, timeout: Int32) throws(LogFailure) {
    let hash = try mapErrors(TreeHash.init)
    let empty = try mapErrors { () throws(CryptographyFailure) in try hash.empty() }
    self.hash = hash
    self.sizes = sizes
    self.timeout = timeout
    if sizes.contains(0) { roots[0] = empty }
  }

  /// The tree root of the events read so far.
  func root() throws(LogFailure) -> Digest {
    try mapErrors { () throws(CryptographyFailure) in try tree.root(hash) }
  }

  mutating func found(_ defect: LogDefect) { defects.append(defect) }

  /// Reads every event and every tag. Where something differs, reads all again to find the first
  /// defect.
  ///
  /// - Parameter progress: called every 8,192 events.
  mutating func read(
    _ database: borrowing Database, _ progress: (Position) -> Void
  ) throws(LogFailure) {
    do throws(SQLiteFailure) {
      let names = try Statement("SELECT key, name FROM type NOT INDEXED", on: database)
      while try names.step() { types[names.integer(0)] = EventType(rawValue: names.text(1)) }
    } catch {
      throw LogFailure(error, timeout: timeout)
    }
    let key = TagSum.Key()
    let stored = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try TagSum(of: database, key)
    }
    var tags = TagSum()
    try readEvents(database, progress) { (row, fact) throws(LogFailure) in
      tags.add(fact.subjects, type: row.type, at: row.position, key)
      return nil
    }
    if defects.isEmpty && tags == stored { return }
    // The first defect may be in the tags of an event before the one found.
    startAgain()
    try readTagsToo(database, progress)
  }

  private mutating func startAgain() {
    (tree, clockBehind, previous) = (CompactRange(), 0, nil)
    roots = roots.filter { $0.key == 0 }
    defects = []
  }

  /// Reads every event, and beside it the tags sorted by position.
  private mutating func readTagsToo(
    _ database: borrowing Database, _ progress: (Position) -> Void
  ) throws(LogFailure) {
    let rows = try statement(
      """
      SELECT tag.position, tag.type, subject.name
      FROM tag NOT INDEXED LEFT JOIN subject NOT INDEXED ON subject.key = tag.subject
      ORDER BY tag.position
      """, database)
    let timeout = timeout
    var tags = TagCursor()
    try tags.advance(rows, timeout)
    try readEvents(database, progress) { (row, fact) throws(LogFailure) in
      try tags.defect(rows, of: fact, row, timeout)
    }
    if defects.isEmpty, let position = tags.position {
      found(LogDefect(.tagTooMany, at: Position(position)))
    }
  }

  /// Reads every event.
  ///
  /// - Parameter checkTags: called, up to the first defect, with each event that has none; returns
  ///   the defect of its tags.
  private mutating func readEvents(
    _ database: borrowing Database, _ progress: (Position) -> Void,
    _ checkTags: (borrowing EventRow, Fact) throws(LogFailure) -> LogDefect.Kind?
  ) throws(LogFailure) {
    let events = try statement(
      """
      SELECT position, id, type, schema, occurred_on, recorded_at, hashes, bytes
      FROM event NOT INDEXED ORDER BY position
      """, database)
    while try step(events) {
      let row = EventRow(events)
      let completed = try mapErrors { () throws(CryptographyFailure) in
        try unsafe tree.append(try hash.leaf(row.bytes), hash)
      }
      if sizes.contains(tree.size) { roots[tree.size] = try root() }
      if defects.isEmpty {
        let expected = Position(Int64(tree.size))
        var event: Event?
        var kind = row.position == expected.number ? row.defect(completed) : .missing
        if kind == nil { kind = check(row, &event) }
        if let event, kind == nil { kind = try checkTags(row, event.fact) }
        if let kind { found(LogDefect(kind, at: expected)) }
      }
      if tree.size % 8_192 == 0 { progress(Position(row.position)) }
    }
  }

  /// The defect of the lowest position whose id an earlier event has, or nil.
  ///
  /// Cost: sorts all ids, in a temporary file.
  func repeatedID(in database: borrowing Database) throws(LogFailure) -> LogDefect? {
    let rows = try statement(
      "SELECT position, id FROM event NOT INDEXED ORDER BY id, position", database)
    var (id, first): ([UInt8], Int64) = ([], 0)
    var repeated: (position: Int64, first: Int64)?
    while try step(rows) {
      let (position, bytes) = unsafe (rows.integer(0), rows.bytes(1))
      if unsafe bytes.elementsEqual(id) {
        if position < repeated?.position ?? .max { repeated = (position, first) }
      } else {
        (id, first) = unsafe (Array(bytes), position)
      }
    }
    return repeated.map {
      LogDefect(.idRepeated(of: Position($0.first)), at: Position($0.position))
    }
  }

  /// The first defect of an event's bytes, columns, instant or day, or nil.
  ///
  /// - Parameter event: receives the parsed event.
  private mutating func check(_ row: borrowing EventRow, _ event: inout Event?) -> LogDefect.Kind? {
    let envelope: Envelope
    do throws(ReadingFailure) { envelope = try row.envelope(types[row.type]) } catch {
      if case .success = row.reading { return .column(.type) }
      return .unreadable(error)
    }
    event = envelope.event
    if let column = row.column(unlike: envelope) { return .column(column) }
    if let previous, envelope.recordedAt < previous { return .instantDecreases }
    if envelope.event.occurredOn > envelope.recordedAt.dayInParis { return .notYet }
    previous = envelope.recordedAt
    if envelope.clock == .behind { clockBehind += 1 }
    return nil
  }

  private func statement(
    _ sql: String, _ database: borrowing Database
  ) throws(LogFailure) -> Statement {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try Statement(sql, on: database) }
  }

  private func step(_ statement: borrowing Statement) throws(LogFailure) -> Bool {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try statement.step() }
  }
}
