internal import EventLog
internal import Glibc
internal import SQLite

extension LogFailure {
  /// Converts an SQLite failure.
  ///
  /// - Parameter timeout: the connection's busy timeout, in milliseconds.
  init(_ failure: SQLiteFailure, timeout: Int32) {
    let noSpace = [ENOSPC, EDQUOT, EFBIG].contains(failure.systemError)
    switch failure.kind {
    case .busy: self = .busy(seconds: Int(timeout / 1000))
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

/// Runs `body`; maps an SQLite error to ``LogFailure``.
///
/// - Parameter timeout: the connection's busy timeout, in milliseconds.
func mapErrors<Value: ~Copyable>(
  _ timeout: Int32, _ body: () throws(SQLiteFailure) -> Value
) throws(LogFailure) -> Value {
  do throws(SQLiteFailure) { return try body() } catch {
    throw LogFailure(error, timeout: timeout)
  }
}
