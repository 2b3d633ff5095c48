internal import EventLog
internal import Events
internal import SQLite

/// Reads of the tables; in a transaction in which they are those of a stamp.
enum TableReading {
  /// By last day, then by candidacy, then by kind.
  static func dues(
    _ query: DueQuery, limit: Int, _ database: borrowing Database
  ) throws(SQLiteFailure) -> [DueMatch] {
    let names = try TableNames(database)
    let rows = try Statement(
      """
      SELECT candidacy, kind, last_day FROM list_due INDEXED BY list_due_by_day
      WHERE last_day BETWEEN ? AND ? AND from_day <= ? AND until_day >= ?
      ORDER BY last_day \(query.isLatestFirst ? "DESC" : "ASC"), candidacy LIMIT ?
      """, on: database, isKept: false)
    try bind(query, to: rows)
    // A candidacy's rows of one day are hardly more than the kinds, and come together: with so many more rows,
    // those that the limit takes do not depend on the interned numbers of the kinds.
    try rows.bind(Int64(min(limit, .max - mostKinds) + mostKinds), at: 5)
    var found: [DueMatch] = []
    while try rows.step() {
      guard let candidacy = try? CandidacyID(rows.text(0)), let day = rows.day(2) else { continue }
      found.append(DueMatch(candidacy: candidacy, kind: names.name(rows.integer(1)), lastDay: day))
    }
    found.sort { left, right in
      if left.lastDay != right.lastDay {
        return (left.lastDay < right.lastDay) != query.isLatestFirst
      }
      return left.candidacy == right.candidacy
        ? left.kind < right.kind : left.candidacy < right.candidacy
    }
    return Array(found.prefix(limit))
  }

  /// More than the kinds of deadlines.
  private static let mostKinds = 64

  static func dueCount(
    _ query: DueQuery, _ database: borrowing Database
  ) throws(SQLiteFailure) -> Int {
    let row = try Statement(
      """
      SELECT count(*) FROM list_due INDEXED BY list_due_by_day
      WHERE last_day BETWEEN ? AND ? AND from_day <= ? AND until_day >= ?
      """, on: database, isKept: false)
    try bind(query, to: row)
    return try row.step() ? Int(row.integer(0)) : 0
  }

  private static func bind(
    _ query: DueQuery, to statement: borrowing Statement
  ) throws(SQLiteFailure) {
    try statement.bind(query.lastDays, at: 1)
    try statement.bind(query.on, at: 3)
    try statement.bind(query.on, at: 4)
  }

  static func counts(
    on day: CalendarDate, _ database: borrowing Database
  ) throws(SQLiteFailure) -> [StandingKind: Int] {
    let names = try TableNames(database)
    let rows = try Statement(
      """
      SELECT status, certification, count(*) FROM list_standing INDEXED BY list_by_status
      WHERE from_day <= ? AND until_day >= ? GROUP BY status, certification
      """, on: database, isKept: false)
    try rows.bind(day, at: 1)
    try rows.bind(day, at: 2)
    var counts: [StandingKind: Int] = [:]
    while try rows.step() {
      guard let code = try? CertificationCode(names.name(rows.integer(1))) else { continue }
      let kind = StandingKind(status: names.name(rows.integer(0)), certification: code)
      counts[kind, default: 0] += Int(rows.integer(2))
    }
    return counts
  }

  static func awards(
    of certification: CertificationCode?, _ database: borrowing Database
  ) throws(SQLiteFailure) -> [AwardRow: Int] {
    let names = try TableNames(database)
    let rows = try Statement(
      """
      SELECT certification, year, is_by_experience, six_months, two_years, count(*)
      FROM list_award INDEXED BY list_award_by_year
      \(certification == nil ? "" : "WHERE certification = ?") GROUP BY 1, 2, 3, 4, 5
      """, on: database, isKept: false)
    if let certification { try rows.bind(names.existing(certification.text), at: 1) }
    var counts: [AwardRow: Int] = [:]
    while try rows.step() {
      guard let row = award(rows, from: 0, names) else { continue }
      counts[row, default: 0] += Int(rows.integer(5))
    }
    return counts
  }

  private static func award(
    _ row: borrowing Statement, from column: Int32, _ names: TableNames
  ) -> AwardRow? {
    let year = row.integer(column + 1)
    guard let certification = try? CertificationCode(names.name(row.integer(column))),
      (1...9999).contains(year), let isByExperience = row.flag(column + 2),
      let sixMonths = AwardRow.Answer(rawValue: Int(row.integer(column + 3))),
      let twoYears = AwardRow.Answer(rawValue: Int(row.integer(column + 4)))
    else { return nil }
    return AwardRow(
      certification: certification, year: Int(year), isByExperience: isByExperience,
      sixMonths: sixMonths, twoYears: twoYears)
  }

  /// The candidacies that any table names, ascending.
  static func candidacies(
    after last: CandidacyID?, limit: Int, _ database: borrowing Database
  ) throws(SQLiteFailure) -> [CandidacyID] {
    let rows = try Statement(
      """
      SELECT candidacy FROM (
        SELECT DISTINCT candidacy FROM list_standing WHERE candidacy > ?1
        ORDER BY candidacy LIMIT ?2)
      UNION SELECT candidacy FROM (
        SELECT DISTINCT candidacy FROM list_due WHERE candidacy > ?1
        ORDER BY candidacy LIMIT ?2)
      UNION SELECT candidacy FROM (
        SELECT candidacy FROM list_award WHERE candidacy > ?1 ORDER BY candidacy LIMIT ?2)
      ORDER BY candidacy LIMIT ?2
      """, on: database, isKept: false)
    try rows.bind(last?.text ?? "", at: 1)
    try rows.bind(Int64(limit), at: 2)
    var found: [CandidacyID] = []
    while try rows.step() {
      if let candidacy = try? CandidacyID(rows.text(0)) { found.append(candidacy) }
    }
    return found
  }

  static func rows(
    of candidacies: [CandidacyID], _ database: borrowing Database
  ) throws(SQLiteFailure) -> [CandidacyRows] {
    let names = try TableNames(database)
    let standings = try Statement(
      "SELECT * FROM list_standing WHERE candidacy = ? ORDER BY from_day", on: database,
      isKept: false)
    let dues = try Statement(
      "SELECT kind, last_day, from_day, until_day FROM list_due WHERE candidacy = ?", on: database,
      isKept: false)
    let awards = try Statement(
      """
      SELECT certification, year, is_by_experience, six_months, two_years FROM list_award
      WHERE candidacy = ?
      """, on: database, isKept: false)
    var found: [CandidacyRows] = []
    for candidacy in candidacies {
      var rows: (standings: [StandingRow], dues: [DueRow]) = ([], [])
      try standings.bind(candidacy.text, at: 1)
      while try standings.step() {
        if let row = standing(standings, names) { rows.standings.append(row) }
      }
      try dues.bind(candidacy.text, at: 1)
      while try dues.step() {
        guard let lastDay = dues.day(1), let days = days(dues, 2) else { continue }
        rows.dues.append(
          DueRow(kind: names.name(dues.integer(0)), lastDay: lastDay, days: days))
      }
      rows.dues.sort {
        ($0.lastDay, $0.kind, $0.days.lowerBound) < ($1.lastDay, $1.kind, $1.days.lowerBound)
      }
      try awards.bind(candidacy.text, at: 1)
      let award = try awards.step() ? Self.award(awards, from: 0, names) : nil
      awards.reset()
      found.append(
        CandidacyRows(
          candidacy: candidacy, standings: rows.standings, dues: rows.dues, award: award))
    }
    return found
  }

  /// How many rows no program of this version writes: of no candidacy, of a word that is not there, of a number
  /// that is no day or no flag; and words that are there twice. A question may count them, and ``rows(of:_:)``
  /// passes over them.
  static func unreadableRows(_ database: borrowing Database) throws(SQLiteFailure) -> Int {
    let names = try TableNames(database)
    var count = try database.integer("SELECT count(*) - count(DISTINCT name) FROM list_name") ?? 0
    let standings = try Statement("SELECT * FROM list_standing", on: database, isKept: false)
    while try standings.step() {
      if !isCandidacy(standings) || standing(standings, names) == nil { count += 1 }
    }
    let dues = try Statement(
      "SELECT candidacy, kind, last_day, from_day, until_day FROM list_due", on: database,
      isKept: false)
    while try dues.step() {
      let isReadable =
        isCandidacy(dues) && !names.name(dues.integer(1)).isEmpty && dues.day(2) != nil
        && days(dues, 3) != nil
      if !isReadable { count += 1 }
    }
    let awards = try Statement("SELECT * FROM list_award", on: database, isKept: false)
    while try awards.step() {
      if !isCandidacy(awards) || award(awards, from: 1, names) == nil { count += 1 }
    }
    return Int(count)
  }

  private static func isCandidacy(_ row: borrowing Statement) -> Bool {
    (try? CandidacyID(row.text(0))) != nil
  }

  private static func standing(_ row: borrowing Statement, _ names: TableNames) -> StandingRow? {
    guard let days = days(row, 1), let lastDay = row.day(7),
      let certification = try? CertificationCode(names.name(row.integer(4))),
      let isLastOfChain = row.flag(8), let isOwed = row.flag(10), let isLate = row.flag(11),
      let isToReview = row.flag(12)
    else { return nil }
    let words = names.name(row.integer(13)).split(separator: " ").map(String.init)
    let missing = words.dropFirst().compactMap { try? BlockCode($0) }
    guard words.first == certification.text, missing.count == words.count - 1 else { return nil }
    return StandingRow(
      days: days, status: names.name(row.integer(3)), certification: certification,
      pathway: names.name(row.integer(5)),
      window: row.isNull(6) ? nil : names.name(row.integer(6)), windowLastDay: lastDay,
      isLastOfChain: isLastOfChain,
      declaration: row.isNull(9) ? nil : names.name(row.integer(9)), isOwed: isOwed,
      isLate: isLate, isToReview: isToReview, missing: missing)
  }

  private static func days(
    _ row: borrowing Statement, _ column: Int32
  ) -> ClosedRange<CalendarDate>? {
    guard let first = row.day(column), let last = row.day(column + 1), first <= last
    else { return nil }
    return first...last
  }
}

extension Statement {
  /// A column as a flag; nil for a number that is none.
  fileprivate func flag(_ column: Int32) -> Bool? {
    switch integer(column) {
    case 0: false
    case 1: true
    default: nil
    }
  }
}
