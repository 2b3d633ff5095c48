internal import EventLog
internal import Events
internal import SQLite

/// Inserts and deletes the rows of candidacies, in a write transaction.
struct TableWriter: ~Copyable {
  private var names: TableNames
  private let standing: Statement
  private let due: Statement
  private let award: Statement

  init(_ database: borrowing Database) throws(SQLiteFailure) {
    let names = try TableNames(database)
    let standing = try Statement(
      "INSERT INTO list_standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", on: database)
    let due = try Statement("INSERT INTO list_due VALUES (?, ?, ?, ?, ?, ?)", on: database)
    let award = try Statement("INSERT INTO list_award VALUES (?, ?, ?, ?, ?, ?)", on: database)
    self.names = names
    self.standing = standing
    self.due = due
    self.award = award
  }

  /// Deletes the rows of some candidacies.
  static func remove(
    _ candidacies: [CandidacyID], in database: borrowing Database
  ) throws(SQLiteFailure) {
    for table in ["list_standing", "list_due", "list_award"] {
      let delete = try Statement(
        "DELETE FROM \(table) WHERE candidacy = ?", on: database, isKept: false)
      for candidacy in candidacies {
        try delete.bind(candidacy.text, at: 1)
        try delete.run()
      }
    }
  }

  mutating func insert(
    _ rows: CandidacyRows, in database: borrowing Database
  ) throws(SQLiteFailure) {
    let candidacy = rows.candidacy.text
    for row in rows.standings { try insert(row, of: candidacy, in: database) }
    for (number, row) in rows.dues.enumerated() {
      try due.bind(candidacy, at: 1)
      try due.bind(Int64(number), at: 2)
      try due.bind(try names.key(of: row.kind, database), at: 3)
      try due.bind(row.lastDay, at: 4)
      try due.bind(row.days, at: 5)
      try due.run()
    }
    if let row = rows.award {
      try award.bind(candidacy, at: 1)
      try award.bind(try names.key(of: row.certification.text, database), at: 2)
      try award.bind(Int64(row.year), at: 3)
      try award.bind(row.isByExperience, at: 4)
      try award.bind(Int64(row.sixMonths.rawValue), at: 5)
      try award.bind(Int64(row.twoYears.rawValue), at: 6)
      try award.run()
    }
  }

  private mutating func insert(
    _ row: StandingRow, of candidacy: String, in database: borrowing Database
  ) throws(SQLiteFailure) {
    let missing = ([row.certification.text] + row.missing.map(\.text)).joined(separator: " ")
    // A word that is not there stays NULL.
    standing.clearBindings()
    try standing.bind(candidacy, at: 1)
    try standing.bind(row.days, at: 2)
    try standing.bind(try names.key(of: row.status, database), at: 4)
    try standing.bind(try names.key(of: row.certification.text, database), at: 5)
    try standing.bind(try names.key(of: row.pathway, database), at: 6)
    if let window = row.window { try standing.bind(try names.key(of: window, database), at: 7) }
    try standing.bind(row.windowLastDay, at: 8)
    try standing.bind(row.isLastOfChain, at: 9)
    if let word = row.declaration { try standing.bind(try names.key(of: word, database), at: 10) }
    try standing.bind(row.isOwed, at: 11)
    try standing.bind(row.isLate, at: 12)
    try standing.bind(row.isToReview, at: 13)
    try standing.bind(try names.key(of: missing, database), at: 14)
    try standing.run()
  }
}

extension Statement {
  func bind(_ day: CalendarDate, at index: Int32) throws(SQLiteFailure) {
    try bind(Int64(day.dayNumber), at: index)
  }

  func bind(_ flag: Bool, at index: Int32) throws(SQLiteFailure) {
    try bind(flag ? 1 : 0 as Int64, at: index)
  }

  /// Binds the first and the last day to two consecutive parameters.
  func bind(_ days: ClosedRange<CalendarDate>, at index: Int32) throws(SQLiteFailure) {
    try bind(days.lowerBound, at: index)
    try bind(days.upperBound, at: index + 1)
  }

  /// A column as a day; nil for a number that is none.
  func day(_ column: Int32) -> CalendarDate? {
    try? CalendarDate(dayNumber: Int(integer(column)))
  }
}
