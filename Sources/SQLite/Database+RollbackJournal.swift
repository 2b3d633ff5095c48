internal import CSQLite
internal import Glibc

extension Database {
  /// Whether a rollback journal left by a killed process can belong to this file. Call it before
  /// the first statement: that one rolls back any journal it finds, even another file's.
  ///
  /// Every change increments the file change counter in the first page (sqlite.org, "Database File
  /// Format"), and the journal contains the first page as it was before the change. So the file's
  /// counter equals the journal's or is one higher. True if there is no journal to roll back or
  /// another process is writing. Only valid for files written with `PRAGMA cache_spill = OFF`.
  public func ownsRollbackJournal(of path: String) -> Bool {
    // Another process may be ending its transaction just now: only a killed process's journal is
    // still the same after a while.
    var attempts = 0
    while let foreign = foreignJournal(of: path) {
      attempts += 1
      usleep(10_000)
      guard foreignJournal(of: path) == foreign else { continue }
      if attempts >= 3 { return false }
    }
    return true
  }

  /// Identifies a journal that belongs to another file, by its checksum nonce and the two counters;
  /// nil if the journal is this file's or would not be rolled back.
  private func foreignJournal(of path: String) -> [UInt32]? {
    guard let journal = Self.bytes(of: path + "-journal"), journal.count > 28,
      Array(journal[..<8]) == [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7],
      Self.word(journal, at: 8) != 0, unsafe acquis_sqlite3_is_written(handle) == 0
    else { return nil }
    let (sector, page) = (Int(Self.word(journal, at: 20)), Int(Self.word(journal, at: 24)))
    var start = sector
    while page > 0, start + 4 + page <= journal.count, Self.word(journal, at: start) != 1 {
      start += page + 8
    }
    // Without spills, the first page is in the journal before the file changes: a journal that
    // lacks it is another file's.
    let number = Self.word(journal, at: 12)
    guard page > 0, start + 4 + page <= journal.count else { return [number] }
    var header = [UInt8](repeating: 0, count: 28)
    guard unsafe acquis_sqlite3_peek(handle, &header, 28, 0) == SQLITE_OK else { return nil }
    let (before, now) = (Self.word(journal, at: start + 4 + 24), Self.word(header, at: 24))
    return now == before || now == before &+ 1 ? nil : [number, before, now]
  }

  /// The big-endian number of four bytes at an index.
  private static func word(_ bytes: [UInt8], at index: Int) -> UInt32 {
    bytes[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The whole file; nil if it is missing, empty or unreadable.
  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, facts.st_size > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    let count = unsafe read(descriptor, &bytes, bytes.count)
    return count == bytes.count ? bytes : nil
  }

  /// Sets the change counter of a file that no connection has open to a random value, so that
  /// ``ownsRollbackJournal(of:)`` can distinguish the journals of different files.
  ///
  /// - Returns: false if the file could not be written; see `errno`.
  public static func randomizeChangeCounter(of path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Below 2^31, so that the counter does not overflow.
    let count = UInt32.random(in: 1_000...0x7fff_ffff).bigEndian
    return unsafe withUnsafeBytes(of: count) { bytes in
      // The change counter, and "version-valid-for", without which the file size in the header is
      // ignored.
      unsafe pwrite(descriptor, bytes.baseAddress, 4, 24) == 4
        && pwrite(descriptor, bytes.baseAddress, 4, 92) == 4 && fsync(descriptor) == 0
    }
  }
}
