internal import EventLog
internal import SQLite

extension LogFile {
  /// What another connection to the same file is opened with.
  struct Source: Sendable {
    let path: String
    let access: Database.Access
    /// In milliseconds.
    let timeout: Int32
  }

  /// The file, for another connection that reads; nil if this connection excludes every other.
  func source() throws(LogFailure) -> Source? {
    let mode = try sqlite { () throws(SQLiteFailure) in
      try database.text("PRAGMA locking_mode")
    }
    if mode == "exclusive" { return nil }
    return Source(
      path: database.path, access: database.access == .immutable ? .immutable : .readOnly,
      timeout: timeout)
  }

  /// Opens a file that another connection of this process has open, to read it in a cache of 16 MiB.
  ///
  /// The journal is not checked again, and no descriptor of the file is opened and closed outside
  /// SQLite: that would release the locks of the other connection.
  ///
  /// Cost: some 0.5 ms.
  init(_ source: Source) throws(LogFailure) {
    let database = try mapErrors(source.timeout) { () throws(SQLiteFailure) in
      try Database(source.path, source.access, timeout: source.timeout)
    }
    try mapErrors(source.timeout) { () throws(SQLiteFailure) in
      try database.execute("PRAGMA cache_size = -16384")
    }
    try self.init(database, isReadOnly: true, timeout: source.timeout)
  }
}
