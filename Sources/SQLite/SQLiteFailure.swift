internal import CSQLite

/// What SQLite could not do.
///
/// Holds no value that was bound to a statement: a value may be a person's.
public struct SQLiteFailure: Error, Equatable, Sendable {
  /// SQLite's extended result code, `2067` for a value that is not unique.
  public let code: Int32
  /// The operating system's error number where SQLite met one, else 0.
  public let systemError: Int32
  /// The code in SQLite's words; for SQL text that was run without bound values, what SQLite says
  /// of that text.
  public let message: String

  init(code: Int32, systemError: Int32 = 0, message: String? = nil) {
    self.code = code
    self.systemError = systemError
    self.message = unsafe message ?? String(cString: sqlite3_errstr(code))
  }

  /// The kind of failure that the extended code refines.
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

  /// The kinds that a client treats each in its own way.
  public enum Kind: Hashable, Sendable {
    /// Another connection holds the lock, for longer than one waits.
    case busy
    /// No space is left.
    case full
    /// The system refused to read or write.
    case inputOutput
    /// The file may not be written.
    case readOnly
    /// The file, or one beside it, cannot be opened.
    case cannotOpen
    /// The file is no SQLite database.
    case notADatabase
    /// The file is damaged.
    case corrupt
    /// A constraint or a trigger refused.
    case constraint
    /// The SQL text does not fit the database's schema.
    case sql
    /// Any other.
    case other
  }
}

extension SQLiteFailure: CustomStringConvertible {
  public var description: String { "\(message) (\(code))" }
}
