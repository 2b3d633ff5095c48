internal import Cryptography
internal import EventLog
internal import Events
internal import Glibc
internal import SQLite
internal import TransparencyLog

/// Checks that the write-ahead journal beside a ledger belongs to that ledger.
///
/// SQLite applies any journal with the right name. One of another ledger, or one that was left when
/// an older copy replaced the file, would overwrite the history. So a journal that no process has
/// open, as a killed process leaves it, is compared with the file before anything is read through
/// it.
enum Journal {
  /// Checks the journal beside a file. Does nothing if another process has the ledger open: that
  /// one has checked.
  ///
  /// The file alone may be incomplete, if a process was killed while it copied the journal into it:
  /// then the file and its journal are checked together.
  ///
  /// Cost: nothing without a journal. If the journal continues the file, a hash of each event in
  /// the journal; otherwise a hash of every event, and reading the whole file.
  ///
  /// - Parameter isEmptied: whether to copy the journal into the file after everything was read and
  ///   found sound, so that the next check is cheap. Nothing is changed otherwise.
  /// - Throws: ``LogFailure/foreignJournal``; ``LogFailure/busy(seconds:)`` if another process is
  ///   checking for more than 5 s; ``LogFailure/system(code:_:)``.
  static func check(beside path: String, isEmptied: Bool = false) throws(LogFailure) {
    guard LedgerPath.hasJournal(path), LedgerPath.isWritable(path) else { return }
    // One process at a time: if several tried, none would get the exclusive connection.
    guard let lock = try lockJournal(path + "-wal") else { return }
    defer { close(lock) }
    guard try JournalHeader.isWhole(lock) else { throw .foreignJournal }
    guard let combined = exclusiveConnection(to: path) else { return }
    let relation: Relation
    do throws(LogFailure) {
      relation = try Self.relation(of: combined, path)
    } catch {
      switch error {
      case .damaged, .defect, .notALedger: relation = .foreign
      default: throw error
      }
    }
    switch relation {
    case .foreign: throw .foreignJournal
    case .extended: break
    case .consistent where !isEmptied: break
    case .consistent: try? mapErrors(0) { () throws(SQLiteFailure) in try combined.checkpoint() }
    }
  }

  /// The relation of a journal to its file.
  private enum Relation {
    /// The journal contradicts the file.
    case foreign
    /// The journal only adds events after the file's last one.
    case extended
    /// File and journal together are a sound log.
    case consistent
  }

  /// Locks the journal file with `flock`, which SQLite does not use on it. Waits for up to 5 s.
  ///
  /// - Returns: the file descriptor, to be closed by the caller; nil if the file no longer exists.
  private static func lockJournal(_ journal: String) throws(LogFailure) -> Int32? {
    let descriptor = unsafe open(journal, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw unsafe .system(code: Int(errno), String(cString: strerror(errno)))
    }
    for _ in 0..<250 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
      usleep(20_000)
    }
    close(descriptor)
    throw .busy(seconds: 5)
  }

  private static func relation(
    of combined: borrowing Database, _ path: String
  ) throws(LogFailure) -> Relation {
    let whole = try End(of: combined)
    let opened = try? mapErrors(0) { () throws(SQLiteFailure) in
      try Database(path, .immutable, timeout: 0)
    }
    guard let file = opened else {
      return try JournalCheck.isSound(combined) ? .consistent : .foreign
    }
    return try whole.relation(try? End(of: file), combined, keeping: file)
  }

  /// An exclusive connection to the file and its journal; nil if another connection is open, or if
  /// they cannot be read at all, which the caller's next read reports.
  private static func exclusiveConnection(to path: String) -> Database? {
    do throws(SQLiteFailure) {
      let database = try Database(path, .readWrite, timeout: 0)
      database.keepJournalAtClose()
      // Keeps the journal's index in memory and excludes other connections.
      try database.execute("PRAGMA locking_mode = EXCLUSIVE")
      _ = try database.integer("SELECT count(*) FROM sqlite_schema")
      return database
    } catch {
      return nil
    }
  }

  /// The first event and the end of a log as a connection sees them.
  private struct End {
    /// The leaf hash of the first event, which identifies the ledger; nil for an empty log.
    let first: Digest?
    let last: Int64
    let tree: CompactRange

    init(of database: borrowing Database) throws(LogFailure) {
      last = try mapErrors(0) { () throws(SQLiteFailure) in
        try database.integer("SELECT max(position) FROM event") ?? 0
      }
      var nodes: [Digest] = []
      for (end, level) in CompactRange.coordinates(size: UInt64(last)) {
        nodes.append(try Self.node(end: Int64(end), level: level, in: database))
      }
      guard let tree = CompactRange(size: UInt64(last), nodes: nodes) else {
        throw .damaged("no tree at position \(last)")
      }
      self.tree = tree
      first = last == 0 ? nil : try Self.node(end: 1, level: 0, in: database)
    }

    private static func node(
      end: Int64, level: Int, in database: borrowing Database
    ) throws(LogFailure) -> Digest {
      let node = try mapErrors(0) { () throws(SQLiteFailure) in
        let row = try Statement(
          "SELECT hashes FROM event WHERE position = ?", on: database, isKept: false)
        try row.bind(end, at: 1)
        guard try row.step(), unsafe row.bytes(0).count >= 32 * (level + 1) else {
          return nil as Digest?
        }
        return unsafe Digest(
          UnsafeRawBufferPointer(rebasing: row.bytes(0)[32 * level..<32 * (level + 1)]))
      }
      guard let node else { throw .damaged("no hash of level \(level) at position \(end)") }
      return node
    }

    /// Compares this log, read through the journal, with the file alone.
    ///
    /// - Parameters:
    ///   - file: the end of the log in the file alone; nil if it cannot be read.
    ///   - alone: a connection to the file without its journal. Kept open until the end, because
    ///     closing it releases the POSIX locks that this process holds on the file.
    func relation(
      _ file: End?, _ combined: borrowing Database, keeping alone: borrowing Database
    ) throws(LogFailure) -> Relation {
      guard let file else { return try JournalCheck.isSound(combined) ? .consistent : .foreign }
      guard file.first == nil || file.first == first, file.last <= last else { return .foreign }
      if file.last < last, try JournalCheck.continues(combined, from: file.tree, to: tree) {
        return .extended
      }
      guard try JournalCheck.isSound(combined, after: file.tree) else {
        // The file may be incomplete: only a file that is sound without the journal contradicts it.
        guard try JournalCheck.isSound(combined), try !JournalCheck.isSound(alone) else {
          return .foreign
        }
        return .consistent
      }
      return .consistent
    }
  }
}
