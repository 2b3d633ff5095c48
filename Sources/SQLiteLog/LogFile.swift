internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

/// An open ledger file: its connection, compiled statements, and caches of the file's contents.
///
/// Not synchronised: used under the lock of ``SQLiteLog``.
struct LogFile: ~Copyable {
  let statements: Statements
  let hash: TreeHash
  var names = InternedNames()
  var tail = LogTail()
  /// The connection's busy timeout, in milliseconds.
  let timeout: Int32
  /// Whether every append fails, because of the access requested or of the file's permissions.
  let isReadOnly: Bool
  // Destroyed last, after its statements.
  let database: Database

  init(_ database: consuming Database, isReadOnly: Bool, timeout: Int32) throws(LogFailure) {
    let statements = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try Statements.compiled(on: database)
    }
    let hash = try mapErrors(TreeHash.init)
    self.statements = statements
    self.hash = hash
    self.timeout = timeout
    self.isReadOnly = isReadOnly || database.isReadOnly
    self.database = database
  }

  /// Runs `body`; maps an SQLite error to ``LogFailure``.
  func sqlite<Value>(_ body: () throws(SQLiteFailure) -> Value) throws(LogFailure) -> Value {
    try mapErrors(timeout, body)
  }

  /// The first column of a statement's first row; nil for NULL or no row. Resets the statement.
  ///
  /// - Parameter key: bound to the statement's first parameter, if any.
  func integer(_ statement: borrowing Statement, _ key: Int64? = nil) throws(SQLiteFailure)
    -> Int64?
  {
    if let key { try statement.bind(key, at: 1) }
    guard try statement.step() else { return nil }
    let value = statement.isNull(0) ? nil : statement.integer(0)
    statement.reset()
    return value
  }

  /// Updates the caches if another connection has appended. Call it at the beginning of a
  /// transaction.
  mutating func refresh() throws(LogFailure) {
    let (last, lastType) = try sqlite { () throws(SQLiteFailure) in
      (try integer(statements.last) ?? 0, try integer(statements.lastType) ?? 0)
    }
    if lastType != max(0, names.lastType) { try readTypes() }
    if last != tail.last.number { tail = try readTail(Position(last)) }
  }

  private mutating func readTypes() throws(LogFailure) {
    names.forgetTypes()
    do throws(SQLiteFailure) {
      while try statements.types.step() {
        names.add(type: statements.types.text(1), key: statements.types.integer(0))
      }
    } catch {
      throw LogFailure(error, timeout: timeout)
    }
  }
}
