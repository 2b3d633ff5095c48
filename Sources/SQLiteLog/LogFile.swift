internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

/// An open ledger file: its connection, what it keeps compiled, and what it remembers of the file.
///
/// Used by one thread at a time, under the lock of ``SQLiteLog``.
struct LogFile: ~Copyable {
  let statements: Statements
  let hash: TreeHash
  var names = InternedNames()
  var tail = LogTail()
  /// How long a lock is waited for, in milliseconds.
  let patience: Int32
  /// Whether nothing can be appended.
  let isReadOnly: Bool
  // Destroyed last, after its statements.
  let database: Database

  init(_ database: consuming Database, isReadOnly: Bool, patience: Int32) throws(LogFailure) {
    let statements = try mapErrors(patience) { () throws(SQLiteFailure) in
      try Statements.compiled(on: database)
    }
    let hash = try mapErrors(TreeHash.init)
    self.statements = statements
    self.hash = hash
    self.patience = patience
    self.isReadOnly = isReadOnly || database.isReadOnly
    self.database = database
  }

  /// Does SQLite's work, and tells its failure as the log's.
  func sqlite<Value>(_ body: () throws(SQLiteFailure) -> Value) throws(LogFailure) -> Value {
    try mapErrors(patience, body)
  }

  /// The number a statement without parameters, or with this one, answers in its first row.
  func integer(_ statement: borrowing Statement, _ key: Int64? = nil) throws(SQLiteFailure)
    -> Int64?
  {
    if let key { try statement.bind(key, at: 1) }
    guard try statement.step() else { return nil }
    let value = statement.isNull(0) ? nil : statement.integer(0)
    statement.reset()
    return value
  }

  /// Brings the memory up to what other connections have added; within a transaction.
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
      throw LogFailure(error, patience: patience)
    }
  }
}
