internal import EventLog
internal import Files
internal import Glibc

/// The folder in which a ledger is made, `<ledger>.making`: held by one process at a time.
///
/// Everything of a new ledger is written in it, under the names it will have, and linked to its place
/// once it is whole and on the disk; the log comes last. So a file at the ledger's place that is the
/// same file as one in this folder was put there by the making that this folder was for, and no other
/// file is ever removed. A making that was killed leaves the folder; the next one clears it, or the next
/// command that writes to the ledger. A file in it tells it from a folder that someone has so named.
struct CreationFolder: ~Copyable {
  /// Where the log is written; what goes beside it has this path and a suffix.
  let draft: String
  private let ledger: String
  private let path: String
  private let lock: FileLock

  /// What belongs to a ledger, in the order in which it comes to its place: keys before what they seal
  /// and sign.
  private static let suffixes = [".signing", ".vkeys", ".master", ".vault", ".signed"]

  /// Makes the folder, or takes over the one that a killed making left, and clears it.
  ///
  /// - Parameter patience: how long another process's making is waited for, in seconds.
  /// - Throws: ``LogFailure/busy(seconds:)`` where another process is still at it then;
  ///   ``LogFailure/missing`` where the folder that it would be in is not there.
  init(for ledger: String, patience: Int = 5) throws(LogFailure) {
    let path = Self.path(ledger)
    for _ in 0..<(patience * 50) {
      let isNew = try creating { () throws(FileFailure) in try Folder.make(path, mode: 0o700) }
      if let lock = try Self.taken(path, isNew) {
        self.init(ledger, path, lock)
        clear()
        return
      }
      usleep(20_000)
    }
    throw .busy(seconds: patience)
  }

  /// The folder's lock, once it is marked; nil where another process holds it.
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

  /// The file that tells a folder of a making from others.
  private static let mark = ".acquis-making"

  /// Whether a folder is of a making: it bears the mark, or was not filled yet.
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
    // The mark last, so that a folder with anything in it bears it.
    if Folder.names(in: path) == [Self.mark] { unsafe unlink("\(path)/\(Self.mark)") }
    Folder.removeEmpty(path)
  }

  /// Clears what a killed making left beside a ledger; costs one look at the folder.
  ///
  /// - Parameter isAwaited: whether a making that is about to end is waited for, some 5 s: until then its
  ///   log has a second name.
  static func clear(beside ledger: String, isAwaited: Bool = false) {
    for _ in 0..<(isAwaited ? 250 : 1) where Folder.holds(path(ledger)) {
      do throws(LogFailure) {
        if let lock = try locked(path(ledger)) {
          if isOurs(path(ledger)) { _ = CreationFolder(ledger, path(ledger), lock) }
          return
        }
      } catch {
        // What lies there is nobody's making, or another user's.
        return
      }
      if isAwaited { usleep(20_000) }
    }
  }

  /// Gives everything its place, on the disk when this returns.
  ///
  /// - Parameter kept: the suffixes of copies of files that are at their place already.
  /// - Throws: ``LogFailure/alreadyThere`` where something came to one of the places meanwhile; nothing
  ///   stays then. Where only the log's name could not be made to last, all of it stays, whole: another
  ///   process may have begun to use it.
  func publish(except kept: Set<String>) throws(LogFailure) {
    for suffix in Self.suffixes where !kept.contains(suffix) && Folder.holds(draft + suffix) {
      try place(suffix)
    }
    try syncPlace()
    try place("")
    try syncPlace()
  }

  private func place(_ suffix: String) throws(LogFailure) {
    try creating { () throws(FileFailure) in try Folder.link(draft + suffix, to: ledger + suffix) }
  }

  private func syncPlace() throws(LogFailure) {
    try creating { () throws(FileFailure) in try Folder.sync(Folder.of(ledger)) }
  }

  /// Removes what the folder holds, and, unless the log came to its place, what came from it: keys without
  /// it are of no use to anyone.
  private func clear() {
    // By the log's own second name: at its place another's may lie, or it may have been moved since.
    // Two names: the log is at its place. None: it was never begun, and nothing came from here.
    let isPublished = Folder.linkCount(draft) != 1
    for suffix in Self.suffixes {
      if !isPublished, Folder.isSame(ledger + suffix, draft + suffix) {
        unsafe unlink(ledger + suffix)
      }
    }
    for name in Folder.names(in: path) where name != Self.mark { unsafe unlink("\(path)/\(name)") }
  }

  private static func path(_ ledger: String) -> String { ledger + ".making" }

  /// Opens the folder and locks it.
  ///
  /// - Returns: nil where it is not there, or another process holds it.
  /// - Throws: ``LogFailure/alreadyThere`` where something else has its name.
  private static func locked(_ path: String) throws(LogFailure) -> FileLock? {
    do throws(FileFailure) {
      let lock = try FileLock(path, isFolder: true)
      guard lock.isStill(at: path) else { return nil }
      if lock.isOwnersAlone { return lock }
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

/// Does the work on the folder's files, and throws its failure as one of making a ledger.
private func creating<Value>(_ body: () throws(FileFailure) -> Value) throws(LogFailure) -> Value {
  do throws(FileFailure) { return try body() } catch { throw .creating(error.code) }
}

extension LogFailure {
  /// What the system refused while a ledger was made.
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
