internal import Events
internal import Files
internal import SQLite

/// An open file of ``OpenedNames``. Not synchronised.
///
/// Uses a rollback journal; each commit is durable; what is deleted is overwritten.
struct OpenedNamesFile: ~Copyable {
  /// `ACQO`: SQLite's `application_id` of such a file.
  private static var applicationID: Int64 { 0x4143_514f }
  /// SQLite's `user_version`.
  private static var format: Int { 1 }

  /// Of the file that is open, in whatever state.
  let stamp: FileStamp
  private let timeout: Int
  // Statements before their connection: fields are destroyed in this order.
  private let isDayThere: Statement
  private let deletion: Statement
  private let addition: Statement
  private let selection: Statement
  private let database: Database

  /// Creates an empty file, which the first connection makes the table of; leaves one that is there.
  static func create(at path: String) throws(AccessFailure) {
    do throws(FileFailure) {
      try unsafe DurableFile(path: path).create(UnsafeRawBufferPointer(start: nil, count: 0))
      try DurableFile(path: path).syncFolder()
    } catch {
      guard error.isAlreadyThere else { throw AccessFailure(error, .opened) }
    }
  }

  /// - Parameters:
  ///   - stamp: the file's.
  ///   - timeout: how long to wait for another process's lock, in seconds.
  /// - Throws: ``AccessFailure``, `foreign` for a file that is not empty and not one of these.
  init(at path: String, _ stamp: FileStamp, timeout: Int) throws(AccessFailure) {
    let database = try mapErrors(timeout) { () throws(SQLiteFailure) in
      let database = try Database(path, .readWrite, timeout: Int32(timeout) * 1000)
      try database.execute(
        """
        PRAGMA journal_mode = DELETE;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        """)
      return database
    }
    try Self.prepare(database, timeout)
    let isDayThere = try Self.statement(
      "SELECT 1 FROM opened WHERE day = ? LIMIT 1", on: database, timeout)
    let deletion = try Self.statement("DELETE FROM opened WHERE day < ?", on: database, timeout)
    let addition = try Self.statement(
      """
      INSERT INTO opened (day, who, subject, count) VALUES (?, ?, ?, 1)
      ON CONFLICT (day, who, subject) DO UPDATE SET count = count + 1
      """, on: database, timeout)
    let selection = try Self.statement(
      """
      SELECT day, who, subject, count FROM opened
      WHERE day >= ?1 AND (?2 = '' OR who = ?2) AND (?3 = '' OR subject = ?3)
      ORDER BY day, who, subject
      """, on: database, timeout)
    self.stamp = stamp
    self.timeout = timeout
    self.isDayThere = isDayThere
    self.deletion = deletion
    self.addition = addition
    self.selection = selection
    self.database = database
  }

  private static func statement(
    _ sql: String, on database: borrowing Database, _ timeout: Int
  ) throws(AccessFailure) -> Statement {
    do throws(SQLiteFailure) { return try Statement(sql, on: database) } catch {
      throw AccessFailure(error, timeout: timeout)
    }
  }

  /// Makes the table of an empty file, or checks that the file has it.
  private static func prepare(
    _ database: borrowing Database, _ timeout: Int
  ) throws(AccessFailure) {
    if try isOursAtOnce(database, timeout) { return }
    try transaction(database, timeout) { (database) throws(AccessFailure) in
      // Another process may have made it before this one got the lock.
      if try isOurs(database, timeout) { return }
      try mapErrors(timeout) { () throws(SQLiteFailure) in
        try database.execute(
          """
          PRAGMA application_id = \(applicationID);
          PRAGMA user_version = \(format);
          CREATE TABLE opened (
            day INTEGER NOT NULL, who TEXT NOT NULL, subject TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (day, who, subject)
          ) STRICT, WITHOUT ROWID;
          """)
      }
    }
  }

  /// Whether the file has the table, of one state of it: another process may be making it.
  private static func isOursAtOnce(
    _ database: borrowing Database, _ timeout: Int
  ) throws(AccessFailure) -> Bool {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.begin(.reading) }
    defer { database.rollback() }
    return try isOurs(database, timeout)
  }

  /// Whether the file has the table; false for an empty one. Call it in a transaction.
  private static func isOurs(
    _ database: borrowing Database, _ timeout: Int
  ) throws(AccessFailure) -> Bool {
    let (id, found, tables) = try mapErrors(timeout) { () throws(SQLiteFailure) in
      (
        try database.integer("PRAGMA application_id") ?? 0,
        Int(try database.integer("PRAGMA user_version") ?? 0),
        try database.integer("SELECT count(*) FROM sqlite_schema") ?? 0
      )
    }
    if id == 0, tables == 0 { return false }
    guard id == applicationID, found > 0 else { throw .foreign(.opened) }
    guard found <= format else { throw .newerFormat(.opened, found: found, known: format) }
    return true
  }

  /// Runs a step that writes, all of it or nothing.
  private static func transaction(
    _ database: borrowing Database, _ timeout: Int,
    _ step: (borrowing Database) throws(AccessFailure) -> Void
  ) throws(AccessFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.begin(.writing) }
    do throws(AccessFailure) {
      try step(database)
      try mapErrors(timeout) { () throws(SQLiteFailure) in try database.commit() }
    } catch {
      database.rollback()
      throw error
    }
  }

  /// As ``OpenedNames/count(_:by:on:)``.
  func count(
    _ subjects: [Subject], by who: RecorderID, on day: CalendarDate
  ) throws(AccessFailure) {
    try Self.transaction(database, timeout) { (_) throws(AccessFailure) in
      try mapErrors(timeout) { () throws(SQLiteFailure) in
        try isDayThere.bind(Int64(day.dayNumber), at: 1)
        if try !isDayThere.step() {
          try deletion.bind(Int64(day.adding(months: -12).dayNumber), at: 1)
          try deletion.run()
        }
        isDayThere.reset()
        try addition.bind(Int64(day.dayNumber), at: 1)
        try addition.bind(who.text, at: 2)
        for subject in subjects {
          try addition.bind(subject.description, at: 3)
          try addition.run()
        }
      }
    }
  }

  /// As ``OpenedNames/list(since:who:subject:)``.
  func list(
    since first: CalendarDate?, who: RecorderID?, subject: Subject?
  ) throws(AccessFailure) -> [OpenedName] {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try selection.bind(Int64((first ?? .first).dayNumber), at: 1)
      try selection.bind(who?.text ?? "", at: 2)
      try selection.bind(subject?.description ?? "", at: 3)
      var rows: [OpenedName?] = []
      while try selection.step() { rows.append(row()) }
      return rows
    }.map { (row) throws(AccessFailure) in
      guard let row else { throw .damaged(.opened, "a row is not one that this program writes") }
      return row
    }
  }

  /// The current row of ``selection``; nil for one that this program does not write.
  private func row() -> OpenedName? {
    guard let day = try? CalendarDate(dayNumber: Int(selection.integer(0))),
      let who = try? RecorderID(selection.text(1)), let subject = try? Subject(selection.text(2))
    else { return nil }
    return OpenedName(day: day, who: who, subject: subject, count: Int(selection.integer(3)))
  }
}
