internal import PostgreSQL
internal import SQLite

/// A statement over the tables of a vault, for a file and for a server.
///
/// Both engines understand the same text if its parameters are written `$1`, `$2` … and first occur
/// in that order, by which SQLite numbers them. Bind the parameters (from 1), step through the rows
/// (columns from 0), then reset; ``run()`` does the last two for a statement without rows.
///
/// Cost: of a file's statement, that of SQLite; of a server's, one round trip for all rows, which
/// are then in memory.
struct KeyStatement: ~Copyable {
  private enum Engine: ~Copyable {
    case file(Statement)
    case server(ServerStatement)
  }

  private let engine: Engine
  /// The connection's timeout, in seconds.
  private let timeout: Int

  init(_ statement: consuming Statement, timeout: Int) {
    engine = .file(statement)
    self.timeout = timeout
  }

  init(_ sql: String, on server: KeyServer) {
    engine = .server(ServerStatement(sql, server))
    timeout = server.timeout
  }

  // MARK: Binding

  @inline(__always) func bind(_ value: Int64, at index: Int) throws(VaultFailure) {
    switch engine {
    case .file(let statement):
      try mapErrors(timeout) { () throws(SQLiteFailure) in
        try statement.bind(value, at: Int32(index))
      }
    case .server(let statement): statement.bind(.integer(value), at: index)
    }
  }

  @inline(__always) func bind(_ text: String, at index: Int) throws(VaultFailure) {
    switch engine {
    case .file(let statement):
      try mapErrors(timeout) { () throws(SQLiteFailure) in
        try statement.bind(text, at: Int32(index))
      }
    case .server(let statement): statement.bind(.text(text), at: index)
    }
  }

  @inline(__always) func bind(_ bytes: [UInt8], at index: Int) throws(VaultFailure) {
    switch engine {
    case .file(let statement):
      try mapErrors(timeout) { () throws(SQLiteFailure) in
        try statement.bind(bytes, at: Int32(index))
      }
    case .server(let statement): statement.bind(.bytes(bytes), at: index)
    }
  }

  // MARK: Running

  /// Moves to the next row.
  ///
  /// - Returns: false after the last row; the statement is then reset and keeps its bindings.
  @inline(__always) func step() throws(VaultFailure) -> Bool {
    switch engine {
    case .file(let statement):
      try mapErrors(timeout) { () throws(SQLiteFailure) in try statement.step() }
    case .server(let statement): try statement.step()
    }
  }

  /// Runs the statement to its end and discards any rows.
  func run() throws(VaultFailure) {
    while try step() {}
  }

  /// Stops before the last row; keeps the bindings.
  @inline(__always) func reset() {
    switch engine {
    case .file(let statement): statement.reset()
    case .server(let statement): statement.reset()
    }
  }

  // MARK: The columns of the current row

  /// 0 for NULL.
  @inline(__always) func integer(_ column: Int) -> Int64 {
    switch engine {
    case .file(let statement): statement.integer(Int32(column))
    case .server(let statement): statement.integer(column)
    }
  }

  /// Empty for NULL.
  @inline(__always) func text(_ column: Int) -> String {
    switch engine {
    case .file(let statement): statement.text(Int32(column))
    case .server(let statement): statement.text(column)
    }
  }

  /// Empty for NULL.
  @inline(__always) func bytes(_ column: Int) -> [UInt8] {
    switch engine {
    case .file(let statement): unsafe Array(statement.bytes(Int32(column)))
    case .server(let statement): statement.bytes(column)
    }
  }

  func isNull(_ column: Int) -> Bool {
    switch engine {
    case .file(let statement): statement.isNull(Int32(column))
    case .server(let statement): statement.isNull(column)
    }
  }
}

/// A statement on a server, its values and its rows.
///
/// A class because ``KeyStatement`` binds and steps without being changed, as SQLite's handle does.
final class ServerStatement {
  private let sql: String
  private let server: KeyServer
  private var values: [PostgresValue] = []
  /// The rows, until they are all read.
  private var rows: PostgresResult?
  private var row = -1

  init(_ sql: String, _ server: KeyServer) {
    self.sql = sql
    self.server = server
  }

  func bind(_ value: PostgresValue, at index: Int) {
    while values.count < index { values.append(.integer(0)) }
    values[index - 1] = value
  }

  func step() throws(VaultFailure) -> Bool {
    if row < 0 { rows = try server.query(sql, values) }
    row += 1
    if row < rows?.count ?? 0 { return true }
    reset()
    return false
  }

  func reset() {
    rows = nil
    row = -1
  }

  func integer(_ column: Int) -> Int64 { rows?.integer(row, column) ?? 0 }

  func text(_ column: Int) -> String { rows?.text(row, column) ?? "" }

  func bytes(_ column: Int) -> [UInt8] { rows?.copy(row, column) ?? [] }

  func isNull(_ column: Int) -> Bool { rows?.isNull(row, column) ?? true }
}

extension PostgresResult {
  /// The bytes of a value.
  func copy(_ row: Int, _ column: Int) -> [UInt8] { unsafe Array(bytes(row, column)) }
}
