internal import EventLog
internal import Files
internal import Glibc
internal import SQLite

/// Where a ledger lies: what is looked at before SQLite opens it.
enum LedgerPath {
  /// The file's path without links, so that SQLite's files beside it are found.
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
    try refuseNetworkDrive(at: path)
    return path
  }

  /// Makes an empty file where there is nothing, readable by all that the process's mask lets.
  ///
  /// - Throws: ``LogFailure/alreadyThere``, ``LogFailure/networkDrive(_:)``; ``LogFailure/missing``
  ///   where the folder is.
  static func makeEmptyFile(
    at path: String, allowingNetworkDrive: Bool = false
  ) throws(LogFailure) {
    if !allowingNetworkDrive { try refuseNetworkDrive(at: Folder.of(path)) }
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(errno) }
    close(descriptor)
  }

  /// Removes a file that could not be made into a ledger.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unsafe unlink(path + suffix) }
  }

  /// Whether events stand in the journal beside the file, not yet in it.
  static func hasJournal(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path + "-wal", &facts) == 0 && facts.st_size > 0
  }

  /// Whether the index of the journal lies beside the file.
  static func hasJournalIndex(_ path: String) -> Bool { unsafe access(path + "-shm", R_OK) == 0 }

  /// Whether this user may write to the file.
  static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// Refuses a file with a second name: SQLite's journal of the one is not seen under the other.
  ///
  /// - Throws: ``LogFailure/secondName``.
  static func refuseSecondName(of path: String) throws(LogFailure) {
    var facts = stat()
    if unsafe stat(path, &facts) == 0, facts.st_nlink > 1 { throw .secondName }
  }

  /// The file beside a ledger that shuts this user out, by its name and its owner's.
  static func othersJournal(beside path: String) -> LogFailure? {
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

  private static func refuseNetworkDrive(at path: String) throws(LogFailure) {
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
