internal import CSQLite

/// An error of SQLite.
///
/// Contains no value bound to a statement, because it may be personal data.
public struct SQLiteFailure: Error, Equatable, Sendable {
  /// SQLite's extended result code, as `2067` (`SQLITE_CONSTRAINT_UNIQUE`).
  public let code: Int32
  /// The `errno` of the system call that failed, 0 if none did.
  public let systemError: Int32
  /// SQLite's text for the code; for SQL text run without bound values, SQLite's message about that
  /// text.
  public let message: String

  init(code: Int32, systemError: Int32 = 0, message: String? = nil) {
    self.code = code
    self.systemError = systemError
    self.message = unsafe message ?? String(cString: sqlite3_errstr(code))
  }

  /// The category of the extended result code.
  public var kind: Kind {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_IOERR: .inputOutput
    case SQLITE_READONLY: .readOnly
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .corrupt
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_ERROR: .sql
    default: .other
    }
  }

  /// The categories that callers handle differently.
  public enum Kind: Hashable, Sendable {
    /// Another connection held the lock for longer than the timeout.
    case busy
    /// No space is left on the device.
    case full
    /// A system call to read or write failed.
    case inputOutput
    /// The file or its folder may not be written.
    case readOnly
    /// The file or its journal cannot be opened.
    case cannotOpen
    /// The file is not an SQLite database.
    case notADatabase
    /// The file is damaged.
    case corrupt
    /// A constraint or a trigger refused the statement.
    case constraint
    /// The SQL text is invalid for the database's schema.
    case sql
    case other
  }
}

extension SQLiteFailure: CustomStringConvertible {
  public var description: String { "\(message) (\(code))" }
}
