internal import CSQLite
internal import Glibc

extension Database {
  /// Whether a rollback journal that a killed process left beside the file may be this file's: to be asked
  /// before the first statement, which plays such a journal back, whosever it is.
  ///
  /// Each change of a file counts it in the file's first page (sqlite.org, "File change counter"), of
  /// which the journal keeps the state before. So the file stands at the journal's count, or one after.
  /// True where there is no journal to be played back, or another process is writing. For files that are
  /// written without a spill of the cache alone.
  public func ownsRollbackJournal(of path: String) -> Bool {
    // What was read may be a change that another process has just ended: a killed one's stays as it is.
    var looks = 0
    while let foreign = foreignJournal(of: path) {
      looks += 1
      usleep(10_000)
      guard foreignJournal(of: path) == foreign else { continue }
      if looks >= 3 { return false }
    }
    return true
  }

  /// What tells a journal that is another file's from others: its random number and its count; nil for one
  /// that is this file's, or is not to be played back.
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
    // Written before the file is, as long as no page is spilled before the commit.
    let number = Self.word(journal, at: 12)
    guard page > 0, start + 4 + page <= journal.count else { return [number] }
    var header = [UInt8](repeating: 0, count: 28)
    guard unsafe acquis_sqlite3_peek(handle, &header, 28, 0) == SQLITE_OK else { return nil }
    let (before, now) = (Self.word(journal, at: start + 4 + 24), Self.word(header, at: 24))
    return now == before || now == before &+ 1 ? nil : [number, before, now]
  }

  private static func word(_ bytes: [UInt8], at index: Int) -> UInt32 {
    bytes[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

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

  /// Gives a file that nobody has open a random count of its changes: what ``ownsRollbackJournal(of:)``
  /// then tells one file's journal from another's by.
  ///
  /// - Returns: false where the system refuses.
  public static func beginChangesAnywhere(in path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Not near the end: it would begin again at zero.
    let count = UInt32.random(in: 1_000...0x7fff_ffff).bigEndian
    return unsafe withUnsafeBytes(of: count) { bytes in
      // The count, and for which one the header's size of the file holds.
      unsafe pwrite(descriptor, bytes.baseAddress, 4, 24) == 4
        && pwrite(descriptor, bytes.baseAddress, 4, 92) == 4 && fsync(descriptor) == 0
    }
  }
}
