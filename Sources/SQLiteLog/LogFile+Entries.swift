internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

extension LogFile: AppendLookup {
  func entry(_ id: EventID) throws(LogFailure) -> LogEntry? {
    let entry = try sqlite { () throws(SQLiteFailure) -> LogEntry? in
      try statements.byID.bind(id, at: 1)
      guard try statements.byID.step() else { return nil }
      defer { statements.byID.reset() }
      return unsafe LogEntry(
        position: Position(statements.byID.integer(0)), bytes: Array(statements.byID.bytes(1)))
    }
    return try entry?.found(by: id)
  }

  func firstMatch(_ query: EventQuery) throws(LogFailure) -> Position? {
    var first: Position?
    try each(query) { event in
      first = event.position
      return false
    }
    return first
  }

  /// Where the event with this id stands, or nil.
  func position(of id: EventID) throws(LogFailure) -> Position? { try entry(id)?.position }

  /// The end of the log: the tree's nodes are read only where another connection has added to it.
  mutating func head() throws(LogFailure) -> LogHead {
    try reading { (ledger: inout LogFile) throws(LogFailure) in try ledger.currentHead() }
  }

  /// The end of the log as this transaction sees it.
  func currentHead() throws(LogFailure) -> LogHead {
    let root = try mapErrors { () throws(CryptographyFailure) in try tail.tree.root(hash) }
    return LogHead(last: tail.last, lastRecordedAt: tail.recordedAt, root: root)
  }

  /// Hands the matching events of one state of the file to the closure, until it answers false.
  mutating func read(_ query: EventQuery, _ body: (StoredEvent) -> Bool) throws(LogFailure) {
    try reading { (ledger: inout LogFile) throws(LogFailure) in try ledger.each(query, body) }
  }

  /// Brings what stands in the journal into the file.
  func checkpoint() throws(LogFailure) {
    if database.isReadOnly { return }
    try sqlite { () throws(SQLiteFailure) in try database.checkpoint() }
  }

  /// Reads one state of the file, whatever other connections add meanwhile.
  mutating func reading<Value>(
    _ body: (inout LogFile) throws(LogFailure) -> Value
  ) throws(LogFailure) -> Value {
    try sqlite { () throws(SQLiteFailure) in try database.begin(.reading) }
    // Nothing was written: to roll back is to end the reading.
    defer { database.rollback() }
    try refresh()
    return try body(&self)
  }
}
