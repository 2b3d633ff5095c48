internal import Cryptography
internal import EventLog
internal import Events
internal import Glibc
internal import SQLite
internal import TransparencyLog

/// Whether the write-ahead journal that lies beside a ledger is that ledger's.
///
/// SQLite takes whatever journal has the right name: one of another ledger, or one that outlived its file
/// when an older copy was put in its place, is folded in, and the history is gone. So a journal that no
/// other process has open, as a killed process leaves it, is held against the file before anything is
/// read through it.
enum Journal {
  /// Looks at the journal beside a file. Does nothing where another process has the ledger open: it has
  /// looked before.
  ///
  /// The file without the journal may be half written, by a process that was killed while it emptied the
  /// journal: what the two say together decides. Where everything had to be read for that, and is sound, a
  /// reader empties the journal into the file, so that the next one need not read it all again; else
  /// nothing is changed.
  ///
  /// Cost: nothing where there is no journal. Where the journal continues the file, a hash of each event
  /// that it holds; else a hash of every event, and one reading of the whole file.
  ///
  /// - Parameter isEmptied: whether the journal is emptied into the file where everything was read.
  /// - Throws: ``LogFailure/foreignJournal``; ``LogFailure/busy(seconds:)`` where another process is
  ///   looking for more than 5 s; what the system refuses.
  static func check(beside path: String, isEmptied: Bool = false) throws(LogFailure) {
    guard LedgerPath.hasJournal(path), LedgerPath.isWritable(path) else { return }
    // One process at a time looks: while several try, none would find itself alone.
    guard let lock = try locked(path + "-wal") else { return }
    defer { close(lock) }
    guard try JournalHeader.isWhole(lock) else { throw .foreignJournal }
    guard let both = alone(with: path) else { return }
    let fit: Fit
    do throws(LogFailure) {
      fit = try Self.fit(of: both, path)
    } catch {
      switch error {
      case .damaged, .defect, .notALedger: fit = .none
      default: throw error
      }
    }
    switch fit {
    case .none: throw .foreignJournal
    case .grown: break
    case .whole where !isEmptied: break
    case .whole: try? mapErrors(0) { () throws(SQLiteFailure) in try both.checkpoint() }
    }
  }

  /// How a journal and its file go together.
  private enum Fit {
    case none
    /// The journal's events follow upon the file's.
    case grown
    /// Every event is what it was, by the two together.
    case whole
  }

  /// Locks the journal's file, on which SQLite has no lock of its own.
  ///
  /// - Returns: nil where it is not there any more.
  private static func locked(_ journal: String) throws(LogFailure) -> Int32? {
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

  private static func fit(of both: borrowing Database, _ path: String) throws(LogFailure) -> Fit {
    let whole = try End(of: both)
    let opened = try? mapErrors(0) { () throws(SQLiteFailure) in
      try Database(path, .immutable, patience: 0)
    }
    guard let file = opened else { return try JournalCheck.isSound(both) ? .whole : .none }
    return try whole.fit(try? End(of: file), both, keeping: file)
  }

  /// A connection that reads file and journal together, where no other one is open; nil where another one
  /// is open. What cannot be read at all is reported by who reads it.
  private static func alone(with path: String) -> Database? {
    do throws(SQLiteFailure) {
      let database = try Database(path, .readWrite, patience: 0)
      database.keepJournalAtClose()
      // The index of the journal is then kept in memory, and no other connection comes in.
      try database.execute("PRAGMA locking_mode = EXCLUSIVE")
      _ = try database.integer("SELECT count(*) FROM sqlite_schema")
      return database
    } catch {
      return nil
    }
  }

  /// The beginning and the end of a log as a connection sees them.
  private struct End {
    /// The hash of the first event, which tells one ledger from another; nil where there is none.
    let first: Digest?
    let last: Int64
    /// The tree's nodes at the end.
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

    /// How this log, read through the journal, goes together with the file's own state.
    ///
    /// - Parameters:
    ///   - file: the end of the log in the file alone; nil where it cannot be read.
    ///   - alone: the file alone, open until the end: closing it lets go of the locks that this process
    ///     holds on the file.
    func fit(
      _ file: End?, _ both: borrowing Database, keeping alone: borrowing Database
    ) throws(LogFailure) -> Fit {
      guard let file else { return try JournalCheck.isSound(both) ? .whole : .none }
      guard file.first == nil || file.first == first, file.last <= last else { return .none }
      if file.last < last, try JournalCheck.isBuilt(both, upon: file.tree, up: tree) {
        return .grown
      }
      guard try JournalCheck.isSound(both, after: file.tree) else {
        // The file may be half written: only what is sound by itself contradicts the journal.
        guard try JournalCheck.isSound(both), try !JournalCheck.isSound(alone) else { return .none }
        return .whole
      }
      return .whole
    }
  }
}
