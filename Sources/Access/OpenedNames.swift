public import Events
internal import Files
internal import SQLite
internal import Synchronization

/// What a server opened from the vault: to whom, of whom, on which day, in how many answers. Ids only, for twelve
/// months.
///
/// Kept in `<ledger>.opened`, an SQLite file that its owner alone may read, made at the first count. For any
/// number of threads, and of processes: one of them writes at a time, the others wait. A count is on the disk
/// when it returns, before the answer that it counts is given.
public final class OpenedNames: Sendable {
  private let path: String
  private let timeout: Int
  private let connection = Mutex<OpenedNamesFile?>(nil)

  /// Does not touch the file.
  ///
  /// - Parameters:
  ///   - ledger: the path of the ledger's own file, not of a link to it.
  ///   - timeout: how long to wait for another process that writes, in seconds.
  public init(beside ledger: String, timeout: Int = 5) {
    path = ledger + AccessFailure.File.opened.rawValue
    self.timeout = timeout
  }

  /// Counts an answer that names these persons, in one transaction. Nothing is written for none.
  ///
  /// The first count of a day deletes what is older than twelve months.
  ///
  /// Cost: three waits for the disk.
  ///
  /// - Parameters:
  ///   - subjects: each counts once, however often it is here.
  ///   - who: to whom the answer is given.
  ///   - day: in Paris.
  /// - Throws: ``AccessFailure``; nothing is counted then.
  public func count(
    _ subjects: [Subject], by who: RecorderID, on day: CalendarDate
  ) throws(AccessFailure) {
    let subjects = Set(subjects).sorted()
    guard !subjects.isEmpty else { return }
    try connection.withLock { (connection) throws(AccessFailure) in
      if !Folder.exists(path) { try OpenedNamesFile.create(at: path) }
      try open(&connection)
      try connection?.count(subjects, by: who, on: day)
    }
  }

  /// What was opened, by day, person and subject; nothing where there is no file.
  ///
  /// - Parameters:
  ///   - first: only from this day on; nil: in all twelve months.
  ///   - who: only to this person; nil: to all.
  ///   - subject: only of this one; nil: of all.
  /// - Throws: ``AccessFailure``.
  public func list(
    since first: CalendarDate? = nil, who: RecorderID? = nil, subject: Subject? = nil
  ) throws(AccessFailure) -> [OpenedName] {
    try connection.withLock { (connection) throws(AccessFailure) in
      guard Folder.exists(path) else { return [] }
      try open(&connection)
      return try connection?.list(since: first, who: who, subject: subject) ?? []
    }
  }

  /// Opens the file, or the one that has taken its place.
  private func open(_ connection: inout sending OpenedNamesFile?) throws(AccessFailure) {
    let stamp = try mapErrors(.opened) { () throws(FileFailure) in try FileStamp(of: path) }
    try stamp.checkOwner(as: .opened)
    if let opened = connection?.stamp, opened.isSameFile(as: stamp) { return }
    connection = nil
    connection = try OpenedNamesFile(at: path, stamp, timeout: timeout)
  }
}
