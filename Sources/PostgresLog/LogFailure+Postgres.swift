internal import EventLog
internal import PostgreSQL

extension LogFailure {
  /// Converts a failure of the server.
  init(_ failure: PostgresFailure) {
    switch failure.kind {
    case .full: self = .full
    case .readOnly: self = .server(.readsOnly)
    case .right: self = .server(.notPermitted(failure.message))
    case .missing: self = .missing
    case .exists: self = .alreadyThere
    case .locked: self = .busy(seconds: PostgresSession.timeout)
    case .pooled: self = .server(.pooled)
    case .connection: self = .server(.lost(failure.message))
    case .serialisation, .unique, .raised, .cancelled, .other:
      self = .server(.refused(failure.message))
    }
  }

  /// Whether the server did not do what was asked, rather than the log's rules.
  var isOfServer: Bool {
    switch self {
    case .server, .busy, .full, .missing, .moved: true
    default: false
    }
  }

  /// Whether the connection broke.
  var isLostConnection: Bool {
    if case .server(.lost) = self { true } else { false }
  }
}

/// Runs `body`; a failure of the server is thrown as a ``LogFailure``.
func asking<Value: ~Copyable>(
  _ body: () throws(PostgresFailure) -> Value
) throws(LogFailure) -> Value {
  do throws(PostgresFailure) { return try body() } catch { throw LogFailure(error) }
}
