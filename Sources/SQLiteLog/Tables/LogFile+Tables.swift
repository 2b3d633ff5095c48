internal import EventLog
internal import Events
internal import SQLite

// The state of the tables, and the transactions that write them.
extension LogFile {
  func tableState() throws(LogFailure) -> TableState? {
    try sqlite { () throws(SQLiteFailure) in
      try TableFormat.isComplete(in: database) ? try Self.tableState(in: database) : nil
    }
  }

  func latestDay(through last: Position) throws(LogFailure) -> CalendarDate? {
    try sqlite { () throws(SQLiteFailure) in
      let row = try Statement(
        """
        SELECT occurred_on FROM event INDEXED BY event_by_day
        WHERE position <= ? ORDER BY occurred_on DESC LIMIT 1
        """, on: database, isKept: false)
      try row.bind(last.number, at: 1)
      return try row.step() ? row.day(0) : nil
    }
  }

  func beginTables(_ stamp: TableStamp, replacing found: TableState?) throws(LogFailure) -> Bool {
    try writeTables { (database) throws(SQLiteFailure) in
      let isComplete = try TableFormat.isComplete(in: database)
      guard try (isComplete ? Self.tableState(in: database) : nil) == found else { return false }
      try TableFormat.make(in: database)
      try Self.write(TableState(stamp: stamp, builtTo: nil, isWhole: false), in: database)
      return true
    }
  }

  func addToTables(
    _ rows: [CandidacyRows], of stamp: TableStamp, after last: CandidacyID?, isLast: Bool
  ) throws(LogFailure) -> Bool {
    try writeTables { (database) throws(SQLiteFailure) in
      let expected = TableState(stamp: stamp, builtTo: last, isWhole: false)
      guard try Self.isState(expected, in: database) else { return false }
      var writer = try TableWriter(database)
      for candidacy in rows { try writer.insert(candidacy, in: database) }
      let end = rows.last?.candidacy ?? last
      try Self.write(
        TableState(stamp: stamp, builtTo: isLast ? nil : end, isWhole: isLast), in: database)
      return true
    }
  }

  func replaceInTables(
    _ rows: [CandidacyRows], from old: TableStamp, to new: TableStamp
  ) throws(LogFailure) -> Bool {
    try writeTables { (database) throws(SQLiteFailure) in
      guard try Self.isState(TableState(stamp: old, builtTo: nil, isWhole: true), in: database)
      else { return false }
      try TableWriter.remove(rows.map(\.candidacy), in: database)
      var writer = try TableWriter(database)
      for candidacy in rows { try writer.insert(candidacy, in: database) }
      try Self.write(TableState(stamp: new, builtTo: nil, isWhole: true), in: database)
      return true
    }
  }

  /// Reads tables of a stamp in one transaction; nil if they are others.
  func readTables<Value>(
    _ stamp: TableStamp, _ body: (borrowing Database) throws(SQLiteFailure) -> Value
  ) throws(LogFailure) -> Value? {
    try sqlite { () throws(SQLiteFailure) in
      try database.begin(.reading)
      // Nothing was written: the rollback only ends the transaction.
      defer { database.rollback() }
      guard try Self.isState(TableState(stamp: stamp, builtTo: nil, isWhole: true), in: database)
      else { return nil }
      return try body(database)
    }
  }

  /// Writes tables in one transaction, if the closure returns true.
  ///
  /// Waits for others' locks for 200 ms at most. The commit is not awaited on the disk: lost with the machine's
  /// power it leaves older tables, which are brought up to date like any; the next append makes it durable.
  private func writeTables(
    _ body: (borrowing Database) throws(SQLiteFailure) -> Bool
  ) throws(LogFailure) -> Bool {
    guard !database.isReadOnly else { throw .readOnly }
    return try sqlite { () throws(SQLiteFailure) in
      try database.execute(
        "PRAGMA busy_timeout = \(min(200, timeout)); PRAGMA synchronous = NORMAL")
      defer {
        database.rollback()
        // Settings of a connection that cannot fail outside a transaction.
        try? database.execute("PRAGMA synchronous = EXTRA; PRAGMA busy_timeout = \(timeout)")
      }
      try database.begin(.writing)
      guard try body(database) else { return false }
      try database.commit()
      // The journal has what belongs to this file: the next opening need not compare it.
      database.keepJournalAtClose(false)
      return true
    }
  }

  private static func isState(
    _ expected: TableState, in database: borrowing Database
  ) throws(SQLiteFailure) -> Bool {
    guard try TableFormat.isComplete(in: database) else { return false }
    return try tableState(in: database) == expected
  }

  private static func tableState(
    in database: borrowing Database
  ) throws(SQLiteFailure) -> TableState? {
    let row = try Statement(
      "SELECT derivation, through, latest_day, is_whole, built_to FROM list_state", on: database,
      isKept: false)
    guard try row.step(), let latestDay = row.day(2) else { return nil }
    let builtTo = row.isNull(4) ? nil : try? CandidacyID(row.text(4))
    if builtTo == nil, !row.isNull(4) { return nil }
    return TableState(
      stamp: TableStamp(
        derivation: row.text(0), through: Position(row.integer(1)), latestDay: latestDay),
      builtTo: builtTo, isWhole: row.integer(3) == 1)
  }

  private static func write(
    _ state: TableState, in database: borrowing Database
  ) throws(SQLiteFailure) {
    let row = try Statement(
      "INSERT OR REPLACE INTO list_state VALUES (1, ?, ?, ?, ?, ?)", on: database, isKept: false)
    try row.bind(state.stamp.derivation, at: 1)
    try row.bind(state.stamp.through.number, at: 2)
    try row.bind(state.stamp.latestDay, at: 3)
    try row.bind(state.isWhole, at: 4)
    if let builtTo = state.builtTo { try row.bind(builtTo.text, at: 5) }
    try row.run()
  }
}
