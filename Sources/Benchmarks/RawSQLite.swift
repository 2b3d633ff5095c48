internal import CSQLite

/// A failure of the bare store that measurements are compared with.
public struct RawStoreFailure: Error {
  /// SQLite's code.
  public let code: Int32
}

/// The bare C calls of both sides of the raw store.
enum RawSQLite {
  static func open(_ path: String) throws -> OpaquePointer {
    var database: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let database = unsafe database else {
      throw RawStoreFailure(code: code)
    }
    return unsafe database
  }

  static func prepare(_ database: OpaquePointer, _ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(database, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else {
      throw RawStoreFailure(code: code)
    }
    return unsafe statement
  }

  static func execute(_ database: OpaquePointer, _ sql: String) throws {
    let code = unsafe sqlite3_exec(database, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw RawStoreFailure(code: code) }
  }

  static func finish(_ statement: OpaquePointer) throws {
    let code = unsafe sqlite3_step(statement)
    guard code == SQLITE_DONE else { throw RawStoreFailure(code: code) }
    unsafe sqlite3_reset(statement)
  }
}
