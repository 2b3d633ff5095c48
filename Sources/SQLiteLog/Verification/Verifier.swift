internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

/// Reads every row of a ledger's file for an ``EventCheck``.
struct Verifier: ~Copyable {
  private(set) var check: EventCheck
  private let timeout: Int32

  init(rootsAt sizes: Set<UInt64>, timeout: Int32) throws(LogFailure) {
    check = try EventCheck(rootsAt: sizes)
    self.timeout = timeout
  }

  mutating func found(_ defect: LogDefect) { check.found(defect) }

  /// Reads every event and every tag. Where something differs, reads all again to find the first
  /// defect.
  ///
  /// - Parameter progress: called every 8,192 events.
  mutating func read(
    _ database: borrowing Database, _ progress: (Position) -> Void
  ) throws(LogFailure) {
    check.types = try mapErrors(timeout) { () throws(SQLiteFailure) in
      let names = try Statement("SELECT key, name FROM type NOT INDEXED", on: database)
      var types: [Int64: EventType] = [:]
      while try names.step() { types[names.integer(0)] = EventType(rawValue: names.text(1)) }
      return types
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
    if check.defects.isEmpty && tags == stored { return }
    // The first defect may be in the tags of an event before the one found.
    check.startAgain()
    try readTagsToo(database, progress)
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
    if check.defects.isEmpty, let position = tags.position {
      found(LogDefect(.tagTooMany, at: Position(position)))
    }
  }

  /// Reads every event.
  ///
  /// - Parameter checkTags: as that of ``EventCheck/add(_:checkTags:)``, with the row.
  private mutating func readEvents(
    _ database: borrowing Database, _ progress: (Position) -> Void,
    _ checkTags: (EventRow, Fact) throws(LogFailure) -> LogDefect.Kind?
  ) throws(LogFailure) {
    let events = try statement(
      """
      SELECT position, id, type, schema, occurred_on, recorded_at, hashes, bytes
      FROM event NOT INDEXED ORDER BY position
      """, database)
    while try step(events) {
      let row = EventRow(events)
      try check.add(row) { (fact) throws(LogFailure) in try checkTags(row, fact) }
      if check.tree.size % 8_192 == 0 { progress(Position(row.position)) }
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

  private func statement(
    _ sql: String, _ database: borrowing Database
  ) throws(LogFailure) -> Statement {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try Statement(sql, on: database) }
  }

  private func step(_ statement: borrowing Statement) throws(LogFailure) -> Bool {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try statement.step() }
  }
}

extension EventRow {
  /// - Parameter row: its columns are `position`, `id`, `type`, `schema`, `occurred_on`,
  ///   `recorded_at`, `hashes` and `bytes`, in this order; the buffers are valid until its next step.
  init(_ row: borrowing Statement) {
    unsafe self.init(
      position: row.integer(0), id: row.bytes(1), type: row.integer(2), schema: row.integer(3),
      occurredOn: row.integer(4), recordedAt: row.integer(5), hashes: row.bytes(6),
      bytes: row.bytes(7))
  }
}

extension TagSum {
  /// The sum of all the tags of a file.
  ///
  /// Cost: scans the tags and the subjects; memory of 8 bytes a subject.
  init(of database: borrowing Database, _ key: Key) throws(SQLiteFailure) {
    self.init()
    var names = TagNames()
    let subjects = try Statement(
      "SELECT key, name FROM subject NOT INDEXED", on: database, isKept: false)
    while try subjects.step() {
      unsafe names.add(subjects.bytes(1), of: subjects.integer(0), key)
    }
    let rows = try Statement(
      "SELECT subject, type, position FROM tag NOT INDEXED", on: database, isKept: false)
    while try rows.step() {
      add(name: names[rows.integer(0)], type: rows.integer(1), at: rows.integer(2), key)
    }
  }
}
