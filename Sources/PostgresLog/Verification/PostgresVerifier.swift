internal import Cryptography
internal import EventLog
internal import Events
internal import PostgreSQL
internal import TransparencyLog

/// Reads every row of a ledger's schema for an ``EventCheck``, in a transaction that sees one state.
struct PostgresVerifier: ~Copyable {
  private(set) var check: EventCheck

  init(rootsAt sizes: Set<UInt64>) throws(LogFailure) { check = try EventCheck(rootsAt: sizes) }

  /// Reads every event and every tag, and the end of the log. Where something differs, reads all again to find the
  /// first defect.
  ///
  /// - Parameter progress: called every 8,192 events.
  mutating func read(
    _ connection: borrowing PostgresConnection, _ progress: (Position) -> Void
  ) throws(LogFailure) {
    check.types = try Self.types(connection)
    let key = TagSum.Key()
    let stored = try Self.tags(connection, key)
    var tags = TagSum()
    try unsafe readEvents(connection, "", progress) { row, fact, _ in
      tags.add(fact.subjects, type: row.type, at: row.position, key)
      return nil
    }
    if !check.defects.isEmpty || tags != stored {
      // The first defect may be in the tags of an event before the one found.
      check.startAgain()
      try readTagsToo(connection, progress)
    }
    try compareEnd(connection)
  }

  private static func types(
    _ connection: borrowing PostgresConnection
  ) throws(LogFailure) -> [Int64: EventType] {
    let rows = try asking { () throws(PostgresFailure) in
      try connection.query("SELECT key, name FROM type")
    }
    var names = TypeNames()
    for row in 0..<rows.count { names.add(rows.text(row, 1), key: rows.integer(row, 0)) }
    return names.known
  }

  private static func tags(
    _ connection: borrowing PostgresConnection, _ key: TagSum.Key
  ) throws(LogFailure) -> TagSum {
    var (names, sum) = (TagNames(), TagSum())
    try asking { () throws(PostgresFailure) in
      try connection.copyOut("SELECT key, name FROM subject ORDER BY key") { row in
        unsafe names.add(row.bytes(1), of: row.integer(0), key)
        return true
      }
      try connection.copyOut("SELECT subject, type, position FROM tag") { row in
        sum.add(name: names[row.integer(0)], type: row.integer(1), at: row.integer(2), key)
        return true
      }
    }
    return sum
  }

  /// Reads every event.
  ///
  /// - Parameters:
  ///   - tags: a further column, with a comma before it, and what it comes from.
  ///   - checkTags: as that of ``EventCheck/add(_:checkTags:)``, with the row and the bytes of that column.
  private mutating func readEvents(
    _ connection: borrowing PostgresConnection, _ tags: String,
    _ progress: (Position) -> Void,
    _ checkTags: (EventRow, Fact, UnsafeRawBufferPointer) -> LogDefect.Kind?
  ) throws(LogFailure) {
    let column = tags.isEmpty ? "" : ", tags"
    var failure: LogFailure?
    try asking { () throws(PostgresFailure) in
      try connection.copyOut(
        """
        SELECT event.position, id, type, schema, occurred_on, recorded_at, hashes, bytes\(column)
        FROM event\(tags) ORDER BY event.position
        """
      ) { fields in
        let row = unsafe EventRow(
          position: fields.integer(0), id: fields.bytes(1), type: fields.integer(2),
          schema: fields.integer(3), occurredOn: fields.integer(4), recordedAt: fields.integer(5),
          hashes: fields.bytes(6), bytes: fields.bytes(7))
        let found =
          unsafe column.isEmpty ? UnsafeRawBufferPointer(start: nil, count: 0) : fields.bytes(8)
        do throws(LogFailure) {
          try check.add(row) { unsafe checkTags(row, $0, found) }
        } catch {
          failure = error
          return false
        }
        if check.tree.size % 8_192 == 0 { progress(Position(row.position)) }
        return true
      }
    }
    if let failure { throw failure }
  }

  /// Reads every event, and beside it its tags.
  private mutating func readTagsToo(
    _ connection: borrowing PostgresConnection, _ progress: (Position) -> Void
  ) throws(LogFailure) {
    try unsafe readEvents(
      connection,
      """
       LEFT JOIN (
        SELECT tag.position, string_agg(tag.type || ' ' || coalesce(subject.name, ''), E'\\n') AS tags
        FROM tag LEFT JOIN subject ON subject.key = tag.subject GROUP BY tag.position
      ) AS tagged USING (position)
      """, progress
    ) { row, fact, tags in
      unsafe Self.defect(of: tags, row, fact)
    }
    guard check.defects.isEmpty else { return }
    let stray = try asking { () throws(PostgresFailure) in
      try connection.query(
        "SELECT min(position) FROM tag WHERE NOT EXISTS (SELECT FROM event WHERE position = tag.position)"
      )
    }
    if stray.count == 1, !stray.isNull(0, 0) {
      check.found(LogDefect(.tagTooMany, at: max(Position(1), Position(stray.integer(0, 0)))))
    }
  }

  /// The first defect of an event's tags, or nil if there is one tag of its type for each of its subjects, and no
  /// other.
  private static func defect(
    of tags: UnsafeRawBufferPointer, _ row: EventRow, _ fact: Fact
  ) -> LogDefect.Kind? {
    var missing = Set(fact.subjects)
    let lines = unsafe String(decoding: tags, as: UTF8.self).split(separator: "\n")
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2, Int64(words[0]) == row.type,
        let subject = try? Subject(String(words[1])), missing.remove(subject) != nil
      else { return .tagTooMany }
    }
    return missing.min().map { .tagMissing($0) }
  }

  /// Compares the row that who appends locks with the events.
  private mutating func compareEnd(
    _ connection: borrowing PostgresConnection
  ) throws(LogFailure) {
    let rows = try asking { () throws(PostgresFailure) in
      try connection.query(PostgresTail.query)
    }
    let end = rows.count == 1 ? PostgresTail(rows, 0) : nil
    guard check.defects.isEmpty else { return }
    guard let end, end.tree == check.tree, end.types == Int64(check.types.count),
      end.recordedAt == check.lastRecordedAt
    else { return check.found(LogDefect(.file("tail: not the end of the events"))) }
  }

  /// Finds the defect of the lowest position whose id an earlier event has.
  mutating func findRepeatedID(
    _ connection: borrowing PostgresConnection
  ) throws(LogFailure) {
    let rows = try asking { () throws(PostgresFailure) in
      try connection.query(
        """
        SELECT position, first FROM (
          SELECT position, min(position) OVER (PARTITION BY id) AS first FROM event) AS named
        WHERE position > first ORDER BY position LIMIT 1
        """)
    }
    guard rows.count == 1 else { return }
    check.found(
      LogDefect(.idRepeated(of: Position(rows.integer(0, 1))), at: Position(rows.integer(0, 0))))
  }
}
