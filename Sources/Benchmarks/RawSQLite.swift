internal import CSQLite

/// A failure of the direct SQLite calls of a baseline.
public struct RawSQLiteFailure: Error {
  /// SQLite's primary result code.
  public let code: Int32
}

/// The SQLite C calls common to ``BaselineReader`` and ``BaselineWriter``.
enum RawSQLite {
  static func open(_ path: String) throws -> OpaquePointer {
    var database: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let database = unsafe database else {
      throw RawSQLiteFailure(code: code)
    }
    return unsafe database
  }

  static func prepare(_ database: OpaquePointer, _ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(database, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else {
      throw RawSQLiteFailure(code: code)
    }
    return unsafe statement
  }

  static func execute(_ database: OpaquePointer, _ sql: String) throws {
    let code = unsafe sqlite3_exec(database, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw RawSQLiteFailure(code: code) }
  }

  /// Runs a statement without rows and resets it.
  static func finish(_ statement: OpaquePointer) throws {
    let code = unsafe sqlite3_step(statement)
    guard code == SQLITE_DONE else { throw RawSQLiteFailure(code: code) }
    unsafe sqlite3_reset(statement)
  }
}
