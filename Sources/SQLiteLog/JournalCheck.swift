internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

/// Checks that a ledger, read through its journal, is consistent.
///
/// The tree alone is not sufficient: the hash of two events is stored in the row of the second one,
/// whatever the pages before it contain. So what events share is checked too: the index of ids, the
/// subjects and the tags.
enum JournalCheck {
  /// The number of events before the journal's that are searched again in the indexes, whose pages
  /// the journal may have replaced.
  private static let overlap: Int64 = 512

  /// Whether the events after a tree follow each other and hash to a later tree, and whether they
  /// and the last ``overlap`` events before can be found by id and subjects.
  static func continues(
    _ database: borrowing Database, from start: CompactRange, to end: CompactRange
  ) throws(LogFailure) -> Bool {
    let hash = try hashing(TreeHash.init)
    let finder = try Finder(database)
    var tree = start
    var previous: Instant?
    let rows = try statement(
      """
      SELECT position, id, type, schema, occurred_on, recorded_at, hashes, bytes FROM event
      WHERE position > ? ORDER BY position
      """, database)
    try sqlite { () throws(SQLiteFailure) in
      try rows.bind(max(0, Int64(start.size) - overlap), at: 1)
    }
    while try sqlite({ () throws(SQLiteFailure) in try rows.step() }) {
      let row = EventRow(rows)
      if row.position > Int64(start.size) {
        guard row.position == Int64(tree.size) + 1 else { return false }
        _ = try hashing { () throws(CryptographyFailure) in
          try unsafe tree.append(try hash.leaf(row.bytes), hash)
        }
      }
      guard case .success(let envelope) = row.reading, row.column(unlike: envelope) == nil,
        previous.map({ $0 <= envelope.recordedAt }) ?? true
      else { return false }
      guard try finder.finds(envelope.event, in: row) else { return false }
      previous = envelope.recordedAt
    }
    return tree == end
  }

  /// Whether a whole database agrees with its hashes, columns, tags and indexes.
  ///
  /// Cost: reads and hashes every event, and SQLite's `integrity_check`.
  ///
  /// - Parameter tree: an earlier state that the log must extend.
  static func isSound(
    _ database: borrowing Database, after tree: CompactRange = CompactRange()
  ) throws(LogFailure) -> Bool {
    let isWhole = try sqlite { () throws(SQLiteFailure) in
      try database.text("PRAGMA integrity_check(1)") == "ok"
    }
    guard isWhole else { return false }
    var verifier = try Verifier(rootsAt: [tree.size], timeout: 0)
    try verifier.read(database) { _ in }
    guard verifier.check.defects.isEmpty, try verifier.repeatedID(in: database) == nil else {
      return false
    }
    let hash = try hashing(TreeHash.init)
    let root = try hashing { () throws(CryptographyFailure) in try tree.root(hash) }
    return verifier.check.roots[tree.size] == root
  }

  /// Searches events through the same indexes as queries do.
  private struct Finder: ~Copyable {
    private let byID: Statement
    private let byTag: Statement

    init(_ database: borrowing Database) throws(LogFailure) {
      let byID = try statement("SELECT position FROM event WHERE id = ?", database)
      let byTag = try statement(
        """
        SELECT 1 FROM tag WHERE subject = (SELECT key FROM subject WHERE name = ?) AND type = ?
          AND position = ?
        """, database)
      self.byID = byID
      self.byTag = byTag
    }

    /// Whether the id index and every tag lead to the row.
    func finds(_ event: Event, in row: borrowing EventRow) throws(LogFailure) -> Bool {
      let (position, type) = (row.position, row.type)
      do throws(SQLiteFailure) {
        try byID.bind(event.id, at: 1)
        guard try byID.step(), byID.integer(0) == position else { return false }
        byID.reset()
        for subject in event.fact.subjects {
          try byTag.bind(subject.description, at: 1)
          try byTag.bind(type, at: 2)
          try byTag.bind(position, at: 3)
          guard try byTag.step() else { return false }
          byTag.reset()
        }
        return true
      } catch {
        throw LogFailure(error, timeout: 0)
      }
    }
  }

  private static func statement(
    _ sql: String, _ database: borrowing Database
  ) throws(LogFailure) -> Statement {
    try sqlite { () throws(SQLiteFailure) in try Statement(sql, on: database, isKept: false) }
  }

  private static func sqlite<Value: ~Copyable>(
    _ body: () throws(SQLiteFailure) -> Value
  ) throws(LogFailure) -> Value { try mapErrors(0, body) }
}
