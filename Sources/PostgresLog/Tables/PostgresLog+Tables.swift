package import EventLog
package import Events
internal import PostgreSQL

extension PostgresLog: ListTables {
  package func tableState() throws(LogFailure) -> TableState? {
    try withSession { (session) throws(LogFailure) in try session.tableState() }
  }

  package func latestDay(through last: Position) throws(LogFailure) -> CalendarDate? {
    try withSession { (session) throws(LogFailure) in
      let rows = try session.rows(
        "SELECT max(occurred_on) FROM event WHERE position <= $1", [.integer(last.number)])
      return rows.isNull(0, 0) ? nil : rows.day(0, 0)
    }
  }

  package func beginTables(
    _ stamp: TableStamp, replacing found: TableState?
  ) throws(LogFailure) -> Bool {
    try writeTables { (session) throws(LogFailure) in
      guard try session.tableState() == found else { return false }
      let tables = PostgresSchema.listTables.joined(separator: ", ")
      try session.run("TRUNCATE \(tables)")
      try session.write(TableState(stamp: stamp, builtTo: nil, isWhole: false))
      return true
    }
  }

  package func addToTables(
    _ rows: [CandidacyRows], of stamp: TableStamp, after last: CandidacyID?, isLast: Bool
  ) throws(LogFailure) -> Bool {
    try writeTables { (session) throws(LogFailure) in
      let expected = TableState(stamp: stamp, builtTo: last, isWhole: false)
      guard try session.tableState() == expected else { return false }
      try TableInsertion(rows).run(on: session)
      let end = rows.last?.candidacy ?? last
      try session.write(TableState(stamp: stamp, builtTo: isLast ? nil : end, isWhole: isLast))
      return true
    }
  }

  package func replaceInTables(
    _ rows: [CandidacyRows], from old: TableStamp, to new: TableStamp
  ) throws(LogFailure) -> Bool {
    try writeTables { (session) throws(LogFailure) in
      guard try session.tableState() == TableState(stamp: old, builtTo: nil, isWhole: true) else {
        return false
      }
      let candidacies = PostgresValue.texts(rows.map(\.candidacy.text))
      for table in PostgresSchema.listTables.dropFirst() {
        _ = try session.rows("DELETE FROM \(table) WHERE candidacy = ANY ($1)", [candidacies])
      }
      try TableInsertion(rows).run(on: session)
      try session.write(TableState(stamp: new, builtTo: nil, isWhole: true))
      return true
    }
  }

  package func matches(
    _ query: StandingQuery, in stamp: TableStamp
  ) throws(LogFailure) -> [StandingMatch]? {
    try readTables(stamp) { (session) throws(LogFailure) in
      let statement = StandingStatement(query)
      let rows = try session.rows(statement.sql, statement.values)
      var found: [StandingMatch] = []
      for row in 0..<rows.count {
        guard let candidacy = try? CandidacyID(rows.text(row, 0)), let day = rows.day(row, 1)
        else { continue }
        found.append(StandingMatch(candidacy: candidacy, windowLastDay: day))
      }
      return found
    }
  }

  package func dues(
    _ query: DueQuery, limit: Int, in stamp: TableStamp
  ) throws(LogFailure) -> [DueMatch]? {
    try readTables(stamp) { (session) throws(LogFailure) in
      let rows = try session.rows(
        """
        SELECT candidacy, kind, last_day FROM list_due \(Self.isDue)
        ORDER BY last_day \(query.isLatestFirst ? "DESC" : "ASC"), candidacy, kind LIMIT $5
        """, Self.values(query) + [.integer(Int64(clamping: limit))])
      var found: [DueMatch] = []
      for row in 0..<rows.count {
        guard let candidacy = try? CandidacyID(rows.text(row, 0)), let day = rows.day(row, 2)
        else { continue }
        found.append(DueMatch(candidacy: candidacy, kind: rows.text(row, 1), lastDay: day))
      }
      return found
    }
  }

  package func dueCount(_ query: DueQuery, in stamp: TableStamp) throws(LogFailure) -> Int? {
    try readTables(stamp) { (session) throws(LogFailure) in
      let rows = try session.rows(
        "SELECT count(*) FROM list_due \(Self.isDue)", Self.values(query))
      return Int(rows.integer(0, 0))
    }
  }

  private static var isDue: String {
    "WHERE last_day BETWEEN $1 AND $2 AND from_day <= $3 AND until_day >= $4"
  }

  private static func values(_ query: DueQuery) -> [PostgresValue] {
    let day = PostgresValue.integer(Int64(query.on.dayNumber))
    return [
      .integer(Int64(query.lastDays.lowerBound.dayNumber)),
      .integer(Int64(query.lastDays.upperBound.dayNumber)), day, day,
    ]
  }

  package func counts(
    on day: CalendarDate, in stamp: TableStamp
  ) throws(LogFailure) -> [StandingKind: Int]? {
    try readTables(stamp) { (session) throws(LogFailure) in
      let rows = try session.rows(
        """
        SELECT status, certification, count(*) FROM list_standing
        WHERE from_day <= $1 AND until_day >= $1 GROUP BY status, certification
        """, [.integer(Int64(day.dayNumber))])
      var counts: [StandingKind: Int] = [:]
      for row in 0..<rows.count {
        guard let code = try? CertificationCode(rows.text(row, 1)) else { continue }
        let kind = StandingKind(status: rows.text(row, 0), certification: code)
        counts[kind, default: 0] += Int(rows.integer(row, 2))
      }
      return counts
    }
  }

  package func awards(
    of certification: CertificationCode?, in stamp: TableStamp
  ) throws(LogFailure) -> [AwardRow: Int]? {
    try readTables(stamp) { (session) throws(LogFailure) in
      let rows = try session.rows(
        """
        SELECT certification, year, is_by_experience, six_months, two_years, count(*)
        FROM list_award WHERE $1 = '' OR certification = $1 GROUP BY 1, 2, 3, 4, 5
        """, [.text(certification?.text ?? "")])
      var counts: [AwardRow: Int] = [:]
      for row in 0..<rows.count {
        if let award = rows.award(row, from: 0) {
          counts[award, default: 0] += Int(rows.integer(row, 5))
        }
      }
      return counts
    }
  }

  package func rows(
    of candidacies: [CandidacyID], in stamp: TableStamp
  ) throws(LogFailure) -> [CandidacyRows]? {
    try readTables(stamp) { (session) throws(LogFailure) in
      try session.tableRows(of: candidacies)
    }
  }

  package func unreadableRows(in stamp: TableStamp) throws(LogFailure) -> Int? {
    try readTables(stamp) { (session) throws(LogFailure) in try session.unreadableTableRows() }
  }

  package func candidacies(
    after last: CandidacyID?, limit: Int, in stamp: TableStamp
  ) throws(LogFailure) -> [CandidacyID]? {
    try readTables(stamp) { (session) throws(LogFailure) in
      let parts = PostgresSchema.listTables.dropFirst().map { table in
        """
        (SELECT DISTINCT candidacy FROM \(table) WHERE candidacy > $1 ORDER BY candidacy LIMIT $2)
        """
      }
      let rows = try session.rows(
        parts.joined(separator: " UNION ") + " ORDER BY candidacy LIMIT $2",
        [.text(last?.text ?? ""), .integer(Int64(limit))])
      return (0..<rows.count).compactMap { try? CandidacyID(rows.text($0, 0)) }
    }
  }

  /// Reads tables of a stamp in one transaction; nil if they are others.
  private func readTables<Value: Sendable>(
    _ stamp: TableStamp,
    _ body: @Sendable (inout PostgresSession) throws(LogFailure) -> Value
  ) throws(LogFailure) -> Value? {
    try withSession { (session) throws(LogFailure) -> Value? in
      // How many rows a list's filter leaves depends on its values: each question has a plan of its own.
      try session.run(
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL plan_cache_mode TO auto")
      // Nothing was written: the end of the transaction is all.
      do throws(LogFailure) {
        let isWhole =
          try session.tableState() == TableState(stamp: stamp, builtTo: nil, isWhole: true)
        let value = isWhole ? try body(&session) : nil
        try session.run("COMMIT")
        return value
      } catch {
        try? session.run("ROLLBACK")
        throw error
      }
    }
  }

  /// Writes tables in one transaction, if the closure returns true.
  ///
  /// Waits for others' locks for 200 ms at most. The commit is not awaited on the disk: what is lost is made anew.
  private func writeTables(
    _ body: @Sendable (inout PostgresSession) throws(LogFailure) -> Bool
  ) throws(LogFailure) -> Bool {
    return try withSession { (session) throws(LogFailure) in
      do throws(LogFailure) {
        let isWritten = try session.transaction { (session) throws(LogFailure) in
          try session.run(
            """
            SET LOCAL lock_timeout TO '200ms'; SET LOCAL synchronous_commit TO off;
            LOCK TABLE list_state IN SHARE ROW EXCLUSIVE MODE
            """)
          return try body(&session)
        }
        return isWritten ?? false
      } catch {
        switch error {
        case .server(.notPermitted), .server(.readsOnly): throw .readOnly
        default: throw error
        }
      }
    }
  }
}
