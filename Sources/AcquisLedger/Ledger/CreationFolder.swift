internal import EventLog
internal import Files
internal import Glibc

/// The folder in which a ledger is created, `<ledger>.making`: locked by one process at a time.
///
/// All files of a new ledger are written in it under their final names, and linked to their final place
/// once they are complete and durable, the log last. So a file at the final place that is the same file as
/// one in this folder was put there by this creation; no other file is ever removed. An interrupted
/// creation leaves the folder, which the next creation or the next process that writes to the ledger
/// clears. A marker file distinguishes it from a folder that a person gave that name.
struct CreationFolder: ~Copyable {
  /// The path at which the log is written; the other files have this path and a suffix.
  let draft: String
  private let ledger: String
  private let path: String
  private let lock: FileLock

  /// The suffixes of a ledger's files, in the order in which they are linked: keys before what they seal
  /// and sign.
  private static let suffixes = [".signing", ".vkeys", ".master", ".vault", ".signed", ".access"]

  /// Creates the folder, or locks and clears the one that an interrupted creation left.
  ///
  /// - Parameters:
  ///   - isUnpublished: whether the ledger's log is on a server and is known not to be there: what an interrupted
  ///     creation linked then goes too. Asked while no other process creates the ledger.
  ///   - timeout: seconds to wait for another process's creation.
  /// - Throws: ``LogFailure/busy(seconds:)`` if another process has not finished by then;
  ///   ``LogFailure/missing`` if the ledger's folder does not exist.
  init(
    for ledger: String, isUnpublished: () -> Bool, timeout: Int = 5
  ) throws(LogFailure) {
    let path = Self.path(ledger)
    for _ in 0..<(timeout * 50) {
      let isNew = try creating { () throws(FileFailure) in try Folder.make(path, mode: 0o700) }
      if let lock = try Self.taken(path, isNew) {
        self.init(ledger, path, lock)
        if !isNew, isUnpublished() { removeLinks() }
        clear()
        return
      }
      usleep(20_000)
    }
    throw .busy(seconds: timeout)
  }

  /// The lock of the folder, with its marker file in it; nil if another process has the lock.
  private static func taken(_ path: String, _ isNew: Bool) throws(LogFailure) -> FileLock? {
    do throws(LogFailure) {
      guard let lock = try locked(path) else { return nil }
      guard isNew || isOurs(path) else { throw .alreadyThere }
      try mark(path)
      return lock
    } catch {
      if isNew { Folder.removeEmpty(path) }
      throw error
    }
  }

  /// The name of the marker file.
  private static let mark = ".acquis-making"

  /// Whether a folder is one of ours: it contains the marker file, or nothing.
  private static func isOurs(_ path: String) -> Bool {
    let names = Folder.names(in: path)
    return names.isEmpty || names.contains(mark)
  }

  private static func mark(_ path: String) throws(LogFailure) {
    let file = unsafe open("\(path)/\(mark)", O_CREAT | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .creating(errno) }
    close(file)
  }

  private init(_ ledger: String, _ path: String, _ lock: consuming FileLock) {
    self.ledger = ledger
    self.path = path
    self.lock = lock
    draft = "\(path)/\(Folder.name(ledger))"
  }

  deinit {
    clear()
    // The marker file last, so that a folder with anything in it has the marker.
    if Folder.names(in: path) == [Self.mark] { unsafe unlink("\(path)/\(Self.mark)") }
    Folder.removeEmpty(path)
  }

  /// Clears what an interrupted creation left beside a ledger; costs one look-up of a name.
  ///
  /// - Parameter isAwaited: whether to wait, up to 5 s, for a creation that is about to end: until then
  ///   its log has a second name.
  static func clear(beside ledger: String, isAwaited: Bool = false) {
    for _ in 0..<(isAwaited ? 250 : 1) where Folder.exists(path(ledger)) {
      do throws(LogFailure) {
        if let lock = try locked(path(ledger)) {
          if isOurs(path(ledger)) { _ = CreationFolder(ledger, path(ledger), lock) }
          return
        }
      } catch {
        // It is not a creation folder, or another user's.
        return
      }
      if isAwaited { usleep(20_000) }
    }
  }

  /// Links every file to its final place; durable on return.
  ///
  /// - Parameters:
  ///   - kept: the suffixes of files that are at their final place already.
  ///   - log: published last, if it is on a server.
  /// - Throws: ``LogFailure/alreadyThere`` if another file was created at one of the places meanwhile; all
  ///   links are removed then. If only the log's name could not be made durable, all files stay, complete:
  ///   another process may have opened the ledger.
  func publish(except kept: Set<String>, _ log: some LedgerStore) throws(LogFailure) {
    let isFile = log is any FileStore
    do throws(LogFailure) {
      for suffix in Self.suffixes where !kept.contains(suffix) && Folder.exists(draft + suffix) {
        try place(suffix)
      }
      try syncPlace()
    } catch {
      if !isFile { removeLinks() }
      throw error
    }
    if isFile {
      try place("")
      return try syncPlace()
    }
    do throws(LogFailure) { try log.publish() } catch {
      // Of a connection that was lost it is not known: the keys stay, and whoever creates the ledger uses them.
      if error == .alreadyThere { removeLinks() }
      throw error
    }
  }

  private func place(_ suffix: String) throws(LogFailure) {
    try creating { () throws(FileFailure) in try Folder.link(draft + suffix, to: ledger + suffix) }
  }

  private func syncPlace() throws(LogFailure) {
    try creating { () throws(FileFailure) in try Folder.sync(Folder.of(ledger)) }
  }

  /// Removes the folder's files and, unless the log is in its final place, the files linked from it: keys
  /// are of no use without the log.
  private func clear() {
    // By the log's number of names: the file at its place may be another's, or moved since.
    // Two names: the log is in its place. None: it was never written, and nothing was linked.
    // Of a log on a server there is no file here either: its keys stay, unless it is known not to be there.
    if Folder.linkCount(draft) == 1 { removeLinks() }
    for name in Folder.names(in: path) where name != Self.mark { unsafe unlink("\(path)/\(name)") }
  }

  /// Removes the files linked from this folder.
  private func removeLinks() {
    for suffix in Self.suffixes where Folder.isSame(ledger + suffix, draft + suffix) {
      unsafe unlink(ledger + suffix)
    }
  }

  private static func path(_ ledger: String) -> String { ledger + ".making" }

  /// Opens the folder and locks it.
  ///
  /// - Returns: nil if it does not exist or another process has the lock.
  /// - Throws: ``LogFailure/alreadyThere`` if something else has its name.
  private static func locked(_ path: String) throws(LogFailure) -> FileLock? {
    do throws(FileFailure) {
      let lock = try FileLock(path, isFolder: true)
      guard lock.isCurrent(at: path) else { return nil }
      if lock.isWritableByOwnerOnly { return lock }
    } catch {
      switch error {
      case .busy: return nil
      case .system(ENOENT): return nil
      case .system(ENOTDIR), .system(ELOOP), .openToOthers, .tooLong: break
      case .system(let code): throw .creating(code)
      }
    }
    throw .alreadyThere
  }
}

/// Runs `body`; its failure is thrown as one of creating a ledger.
private func creating<Value>(_ body: () throws(FileFailure) -> Value) throws(LogFailure) -> Value {
  do throws(FileFailure) { return try body() } catch { throw .creating(error.code) }
}

extension LogFailure {
  /// The failure for an error number of the system while a ledger is created.
  fileprivate static func creating(_ code: Int32) -> LogFailure {
    switch code {
    case EEXIST: .alreadyThere
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM, EROFS: .readOnly
    case ENOSPC, EDQUOT: .full
    default: .system(code: Int(code), FileFailure.system(code: code).message)
    }
  }
}
