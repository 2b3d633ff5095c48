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
  /// No event has a higher id; nil if there is no event. After a rollback it may be higher than
  /// every id of the log.
  var highestID: EventID?
  /// Whether ``tail`` was compared with the last event's bytes since another connection wrote.
  var isLastChecked = false
  /// Where the ledger was moved to; nothing is added to it then.
  private(set) var movedTo: String?
  /// SQLite's `data_version` for which the caches hold; nil before the first transaction.
  private var version: Int64?
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
    let hash = try hashing(TreeHash.init)
    self.statements = statements
    self.hash = hash
    self.timeout = timeout
    self.isReadOnly = isReadOnly || database.isReadOnly
    self.database = database
  }

  /// Runs the closure with this file; for a file that is optional.
  func lend<Value>(
    to body: (borrowing LogFile) throws(LogFailure) -> Value
  ) throws(LogFailure) -> Value { try body(self) }

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

  /// Updates the caches if another connection has written. Call it at the beginning of a
  /// transaction.
  ///
  /// Cost: some 0.3 µs if none has.
  mutating func refresh() throws(LogFailure) {
    let current = try sqlite { () throws(SQLiteFailure) in try integer(statements.version) }
    if version == current {
      // A rolled back append forgets the types.
      if names.lastType < 0 { try readTypes() }
      return
    }
    isLastChecked = false
    movedTo = try Self.place(in: database, timeout)
    let (last, lastType) = try sqlite { () throws(SQLiteFailure) in
      (try integer(statements.last) ?? 0, try integer(statements.lastType) ?? 0)
    }
    if lastType != max(0, names.lastType) { try readTypes() }
    if last != tail.last.number { tail = try readTail(Position(last)) }
    highestID = last == 0 ? nil : try readHighestID()
    version = current
  }

  private func readHighestID() throws(LogFailure) -> EventID {
    try sqlite { () throws(SQLiteFailure) in
      guard try statements.highestID.step() else { return .highest }
      defer { statements.highestID.reset() }
      return unsafe EventID(statements.highestID.bytes(0)) ?? .highest
    }
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

extension EventID {
  fileprivate static let highest = EventID(high: .max, low: .max)
}
