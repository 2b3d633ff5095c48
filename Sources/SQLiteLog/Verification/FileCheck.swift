internal import EventLog
internal import SQLite

/// SQLite's `integrity_check` of a ledger, which also proves that every id and every name is there
/// once: on a thread and a connection of its own, beside the verification of the events.
@safe final class FileCheck {
  private let database: Database
  private var thread: SecondThread?
  /// Written by the thread, read once it has ended.
  private var outcome: Result<String?, SQLiteFailure>?

  private init(_ database: consuming Database) { self.database = database }

  /// Begins a read transaction on a connection and, if possible, starts the check of the same state
  /// of the file.
  ///
  /// - Returns: nil if no second connection can be had, as on a full disk, or if other processes
  ///   write without a pause: the first connection then has to make the check.
  /// - Throws: ``SQLiteFailure`` of the first connection.
  static func start(
    beside first: borrowing Database, _ path: String
  ) throws(SQLiteFailure) -> FileCheck? {
    guard let second = try? Connection.openToRead(path, timeout: 0) else {
      try first.begin(.reading)
      return nil
    }
    let check = FileCheck(second)
    for _ in 0..<20 {
      if try check.beginsWith(first), check.runs() { return check }
      first.rollback()
      check.database.rollback()
    }
    try first.begin(.reading)
    return nil
  }

  /// Begins a read transaction on both connections.
  ///
  /// - Returns: whether they see the same state: SQLite's `data_version` of the second changes with
  ///   every commit of another connection, and the first begins between two readings of it.
  private func beginsWith(_ first: borrowing Database) throws(SQLiteFailure) -> Bool {
    let before = try? database.integer("PRAGMA data_version")
    try first.begin(.reading)
    // A transaction sees the state of its first statement.
    _ = try first.integer("SELECT count(*) FROM sqlite_schema")
    guard let before, (try? database.begin(.reading)) != nil else { return false }
    return (try? database.integer("PRAGMA data_version")) == before
  }

  /// Starts the thread; false if the system refuses one.
  private func runs() -> Bool {
    // The thread alone uses it until it is waited for.
    nonisolated(unsafe) let check = self
    thread = SecondThread { unsafe check.run() }
    return thread != nil
  }

  private func run() {
    do throws(SQLiteFailure) {
      outcome = .success(try Self.message(of: database))
    } catch {
      outcome = .failure(error)
    }
  }

  /// Waits for the thread.
  ///
  /// - Returns: `ok`, or what is wrong.
  func message() throws(SQLiteFailure) -> String? {
    wait()
    guard let outcome else { return nil }
    return try outcome.get()
  }

  /// Waits for the thread, if it was not waited for yet.
  func wait() { thread?.join() }

  /// Makes the check on a connection: `ok`, or what is wrong.
  static func message(of database: borrowing Database) throws(SQLiteFailure) -> String? {
    try database.text("PRAGMA integrity_check(1)")
  }
}
