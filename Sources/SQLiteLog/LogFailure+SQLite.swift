internal import Cryptography
internal import EventLog
internal import Glibc
internal import SQLite

extension LogFailure {
  /// What SQLite could not do, as a failure of the log.
  ///
  /// - Parameter patience: how long a lock was waited for, in milliseconds.
  init(_ failure: SQLiteFailure, patience: Int32) {
    let noSpace = [ENOSPC, EDQUOT, EFBIG].contains(failure.systemError)
    switch failure.kind {
    case .busy: self = .busy(seconds: Int(patience / 1000))
    case .full: self = .full
    case .inputOutput where noSpace, .cannotOpen where noSpace: self = .full
    case .readOnly, .cannotOpen: self = .readOnly
    case .notADatabase: self = .notALedger
    case .corrupt, .sql: self = .damaged(failure.message)
    case .inputOutput, .constraint, .other:
      self = .system(code: Int(failure.code), failure.message)
    }
  }
}

/// Does SQLite's work, and tells its failure as the log's.
func mapErrors<Value: ~Copyable>(
  _ patience: Int32, _ body: () throws(SQLiteFailure) -> Value
) throws(LogFailure) -> Value {
  do throws(SQLiteFailure) { return try body() } catch {
    throw LogFailure(error, patience: patience)
  }
}

/// Hashes, and tells a failure as the log's.
func mapErrors<Value: ~Copyable>(
  _ body: () throws(CryptographyFailure) -> Value
) throws(LogFailure) -> Value {
  do throws(CryptographyFailure) { return try body() } catch { throw LogFailure(error) }
}
