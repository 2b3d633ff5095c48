internal import Cryptography
internal import EventLog
internal import Events
internal import PostgreSQL
internal import TransparencyLog

/// The end of the log, as the row that who appends locks has it.
struct PostgresTail {
  var last = Position.zero
  /// The last event's instant; nil for an empty log.
  var recordedAt: Instant?
  /// How many types are interned.
  var types: Int64 = 0
  var tree = CompactRange()

  init(
    last: Position = .zero, recordedAt: Instant? = nil, types: Int64 = 0,
    tree: CompactRange = .init()
  ) {
    self.last = last
    self.recordedAt = recordedAt
    self.types = types
    self.tree = tree
  }

  /// Reads it, and whether what led to it is on the server's disk.
  static let query = "SELECT position, recorded_at, types, nodes, \(isOnDisk) FROM tail WHERE one"

  /// Whether all that was committed is on the server's disk.
  static let isOnDisk = """
    CASE WHEN pg_is_in_recovery() THEN true
      ELSE pg_current_wal_insert_lsn() <= pg_current_wal_flush_lsn() END
    """
  /// The column in which a query answers it.
  static let isDurable = 4

  /// The columns from one on: position, instant, types, nodes.
  ///
  /// - Returns: nil if they are no end of a log.
  init?(_ found: borrowing PostgresResult, _ column: Int) {
    let size = found.integer(0, column)
    let nodes = unsafe found.bytes(0, column + 3)
    guard size >= 0, nodes.count.isMultiple(of: 32) else { return nil }
    let digests = stride(from: 0, to: nodes.count, by: 32).compactMap { start in
      unsafe Digest(UnsafeRawBufferPointer(rebasing: nodes[start..<start + 32]))
    }
    guard let tree = CompactRange(size: UInt64(size), nodes: digests) else { return nil }
    let instant = try? Instant(microseconds: found.integer(0, column + 1))
    guard size == 0 || instant != nil else { return nil }
    self.init(
      last: Position(size), recordedAt: size == 0 ? nil : instant,
      types: found.integer(0, column + 2), tree: tree)
  }
}
