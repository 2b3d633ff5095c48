internal import EventLog
internal import Files
internal import Glibc
internal import SQLite

/// Checks on a ledger's path before SQLite opens it.
enum LedgerPath {
  /// The file's path with symbolic links resolved, so that SQLite finds its journal beside it.
  ///
  /// - Throws: ``LogFailure/missing``, ``LogFailure/notALedger`` for a folder, a device or an empty
  ///   file, ``LogFailure/networkDrive(_:)``.
  static func ledger(at path: String) throws(LogFailure) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw failure(errno) }
    defer { unsafe free(resolved) }
    let path = unsafe String(cString: resolved)
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { throw failure(errno) }
    guard facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0 else { throw .notALedger }
    try rejectNetworkDrive(at: path)
    return path
  }

  /// Creates an empty file with mode 0644, minus the process's umask.
  ///
  /// - Throws: ``LogFailure/alreadyThere``, ``LogFailure/networkDrive(_:)``; ``LogFailure/missing``
  ///   if the folder does not exist.
  static func makeEmptyFile(
    at path: String, allowingNetworkDrive: Bool = false
  ) throws(LogFailure) {
    if !allowingNetworkDrive { try rejectNetworkDrive(at: Folder.of(path)) }
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(errno) }
    close(descriptor)
  }

  /// Removes a file and SQLite's files beside it, after a failed creation or copy.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unsafe unlink(path + suffix) }
  }

  /// Whether the write-ahead journal (`-wal`) is not empty: it may contain events that are not in
  /// the file yet.
  static func hasJournal(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path + "-wal", &facts) == 0 && facts.st_size > 0
  }

  /// Whether the journal's index (`-shm`) exists and can be read.
  static func hasJournalIndex(_ path: String) -> Bool { unsafe access(path + "-shm", R_OK) == 0 }

  /// Whether this user may write to the file.
  static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Refuses a file with several hard links: SQLite looks for the journal under the name it opens,
  /// so a process that uses another name does not see it.
  ///
  /// - Throws: ``LogFailure/secondName``.
  static func rejectHardLinks(of path: String) throws(LogFailure) {
    var facts = stat()
    if unsafe stat(path, &facts) == 0, facts.st_nlink > 1 { throw .secondName }
  }

  /// ``LogFailure/othersJournal(file:owner:)`` if SQLite's `-wal` or `-shm` file belongs to another
  /// user and cannot be written; otherwise nil.
  static func inaccessibleJournal(beside path: String) -> LogFailure? {
    for file in ["-wal", "-shm"].map({ path + $0 }) {
      var facts = stat()
      guard unsafe stat(file, &facts) == 0, facts.st_uid != geteuid(),
        unsafe access(file, W_OK) != 0
      else {
        continue
      }
      let owner = unsafe getpwuid(facts.st_uid).map { unsafe String(cString: $0.pointee.pw_name) }
      return .othersJournal(
        file: String(file.split(separator: "/").last ?? ""), owner: owner ?? "\(facts.st_uid)")
    }
    return nil
  }

  private static func rejectNetworkDrive(at path: String) throws(LogFailure) {
    if let name = NetworkDrive.name(at: path) { throw .networkDrive(name) }
  }

  private static func failure(_ code: Int32) -> LogFailure {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EEXIST: .alreadyThere
    case EACCES, EPERM, EROFS: .readOnly
    case ENOSPC, EDQUOT, EFBIG: .full
    default: unsafe .system(code: Int(code), String(cString: strerror(code)))
    }
  }
}
