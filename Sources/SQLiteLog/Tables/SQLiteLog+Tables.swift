package import EventLog
package import Events
internal import SQLite

extension SQLiteLog: ListTables {
  package func tableState() throws(LogFailure) -> TableState? {
    try withFile { (file) throws(LogFailure) in try file.tableState() }
  }

  package func latestDay(through last: Position) throws(LogFailure) -> CalendarDate? {
    try withFile { (file) throws(LogFailure) in try file.latestDay(through: last) }
  }

  package func beginTables(
    _ stamp: TableStamp, replacing found: TableState?
  ) throws(LogFailure) -> Bool {
    try withFile { (file) throws(LogFailure) in try file.beginTables(stamp, replacing: found) }
  }

  package func addToTables(
    _ rows: [CandidacyRows], of stamp: TableStamp, after last: CandidacyID?, isLast: Bool
  ) throws(LogFailure) -> Bool {
    try withFile { (file) throws(LogFailure) in
      try file.addToTables(rows, of: stamp, after: last, isLast: isLast)
    }
  }

  package func replaceInTables(
    _ rows: [CandidacyRows], from old: TableStamp, to new: TableStamp
  ) throws(LogFailure) -> Bool {
    try withFile { (file) throws(LogFailure) in
      try file.replaceInTables(rows, from: old, to: new)
    }
  }

  package func matches(
    _ query: StandingQuery, in stamp: TableStamp
  ) throws(LogFailure) -> [StandingMatch]? {
    try readTables(stamp) { (database) throws(SQLiteFailure) in
      try StandingReader(query, database).matches(database)
    }
  }

  package func dues(
    _ query: DueQuery, limit: Int, in stamp: TableStamp
  ) throws(LogFailure) -> [DueMatch]? {
    try readTables(stamp) { (database) throws(SQLiteFailure) in
      try TableReading.dues(query, limit: limit, database)
    }
  }

  package func dueCount(_ query: DueQuery, in stamp: TableStamp) throws(LogFailure) -> Int? {
    try readTables(stamp) { (database) throws(SQLiteFailure) in
      try TableReading.dueCount(query, database)
    }
  }

  package func counts(
    on day: CalendarDate, in stamp: TableStamp
  ) throws(LogFailure) -> [StandingKind: Int]? {
    try readTables(stamp) { (database) throws(SQLiteFailure) in
      try TableReading.counts(on: day, database)
    }
  }

  package func awards(
    of certification: CertificationCode?, in stamp: TableStamp
  ) throws(LogFailure) -> [AwardRow: Int]? {
    try readTables(stamp) { (database) throws(SQLiteFailure) in
      try TableReading.awards(of: certification, database)
    }
  }

  package func rows(
    of candidacies: [CandidacyID], in stamp: TableStamp
  ) throws(LogFailure) -> [CandidacyRows]? {
    try readTables(stamp) { (database) throws(SQLiteFailure) in
      try TableReading.rows(of: candidacies, database)
    }
  }

  package func unreadableRows(in stamp: TableStamp) throws(LogFailure) -> Int? {
    try readTables(stamp) { (database) throws(SQLiteFailure) in
      try TableReading.unreadableRows(database)
    }
  }

  package func candidacies(
    after last: CandidacyID?, limit: Int, in stamp: TableStamp
  ) throws(LogFailure) -> [CandidacyID]? {
    try readTables(stamp) { (database) throws(SQLiteFailure) in
      try TableReading.candidacies(after: last, limit: limit, database)
    }
  }

  private func readTables<Value: Sendable>(
    _ stamp: TableStamp, _ body: @Sendable (borrowing Database) throws(SQLiteFailure) -> Value
  ) throws(LogFailure) -> Value? {
    try withFile { (file) throws(LogFailure) in try file.readTables(stamp, body) }
  }
}
