internal import PostgreSQL

/// Writes rows by bare statements into the tables of a ledger on a server, and hashes them as its tree does; it
/// checks nothing and locks nothing.
struct BareServerWriter: ~Copyable {
  private let connection: PostgresConnection
  private let hasher: RowHasherBox

  init(_ address: PostgresAddress, _ schema: String) throws {
    let connection = try PostgresConnection(address.server)
    try connection.run("SET search_path TO \(schema); SET synchronous_commit TO on")
    try connection.prepare(
      "insert",
      """
      WITH subjects AS (
        INSERT INTO subject SELECT * FROM unnest($9::bigint[], $10::text[])),
      tags AS (
        INSERT INTO tag SELECT unnest, $2::smallint, $1 FROM unnest($11::bigint[]))
      INSERT INTO event (position, type, schema, occurred_on, recorded_at, id, hashes, bytes)
      VALUES ($1, $2::smallint, $3::smallint, $4::integer, $5, $6, $7, $8)
      """,
      [
        .integer, .integer, .integer, .integer, .integer, .bytes, .bytes, .bytes, .integers, .texts,
        .integers,
      ])
    let hasher = try RowHasherBox()
    self.connection = connection
    self.hasher = hasher
  }

  /// Inserts a row with its tags, in a transaction and a round trip of its own.
  func insert(_ row: BaselineWriter.Row) throws {
    _ = try connection.execute(
      "insert",
      row.numbers.map(PostgresValue.integer) + [
        .bytes(row.id), .bytes(try hasher.hashes(of: row.bytes)), .bytes(row.bytes),
        .integers(row.newSubjects.map(\.key)), .texts(row.newSubjects.map(\.name)),
        .integers(row.tags.map { $0[0] }),
      ])
  }

  /// Copies rows with their tags in one transaction.
  func copy(_ rows: ArraySlice<BaselineWriter.Row>) throws {
    try connection.run("BEGIN")
    try connection.copyIn(
      "subject (key, name)",
      rows.flatMap(\.newSubjects).map { [.integer($0.key), .text($0.name)] })
    var events: [[PostgresValue]] = []
    for row in rows {
      let numbers = row.numbers
      events.append([
        .integer(numbers[0]), .short(numbers[1]), .short(numbers[2]), .medium(numbers[3]),
        .integer(numbers[4]), .bytes(row.id), .bytes(try hasher.hashes(of: row.bytes)),
        .bytes(row.bytes),
      ])
    }
    try connection.copyIn(
      "event (position, type, schema, occurred_on, recorded_at, id, hashes, bytes)", events)
    try connection.copyIn(
      "tag (subject, type, position)",
      rows.flatMap(\.tags).map { [.integer($0[0]), .short($0[1]), .integer($0[2])] })
    try connection.run("COMMIT")
  }
}

/// Reads a ledger on a server without decoding.
struct BareServerReader: ~Copyable {
  private let connection: PostgresConnection
  private let schema: String

  init(_ address: PostgresAddress, _ schema: String) throws {
    let connection = try PostgresConnection(address.server)
    try connection.run("SET search_path TO \(schema); ANALYZE event")
    self.connection = connection
    self.schema = schema
  }

  /// Reads the events' bytes in fold order and touches each 8-byte word of them.
  @discardableResult
  func scan() throws -> UInt64 {
    var sum: UInt64 = 0
    try connection.copyOut("SELECT bytes FROM event ORDER BY occurred_on, position") { row in
      let bytes = unsafe row.bytes(0)
      for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
        unsafe sum &+= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
      return true
    }
    return sum
  }

  /// Reads the events' rows in fold order as a client that keeps little in memory does, by a cursor, 2,000 at once,
  /// and touches each 8-byte word of their bytes.
  @discardableResult
  func fetch() throws -> UInt64 {
    var sum: UInt64 = 0
    try connection.run("BEGIN READ ONLY")
    _ = try connection.query(
      """
      DECLARE found NO SCROLL CURSOR FOR
        SELECT position, type, bytes, occurred_on, hashes, id, recorded_at FROM event
        ORDER BY occurred_on, position
      """)
    while true {
      let rows = try connection.query("FETCH 2000 FROM found")
      if rows.count == 0 { break }
      for row in 0..<rows.count {
        let bytes = unsafe rows.bytes(row, 2)
        for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
          unsafe sum &+= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
      }
    }
    try connection.run("COMMIT")
    return sum
  }

  /// The bytes of all its tables and indexes.
  func size() throws -> Int64 {
    let rows = try connection.query(
      """
      SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r'
      """, [.text(schema)])
    return rows.integer(0, 0)
  }
}

/// A hasher that statements that change nothing may use.
private final class RowHasherBox {
  private var hasher: RowHasher

  init() throws { hasher = try RowHasher() }

  func hashes(of bytes: [UInt8]) throws -> [UInt8] { try hasher.hashes(of: bytes) }
}
