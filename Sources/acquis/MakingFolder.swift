internal import EventLog
internal import Glibc

/// The folder in which a ledger is made, `<ledger>.making`: held by one process at a time.
///
/// Everything of a new ledger is written in it, under the names it will have, and linked to its place
/// once it is whole and on the disk; the log comes last. So a file at the ledger's place that is the
/// same file as one in this folder was put there by the making that this folder was for, and no other
/// file is ever removed. A making that was killed leaves the folder; the next one clears it, or the next
/// command that writes to the ledger. A file in it tells it from a folder that someone has so named.
struct MakingFolder: ~Copyable {
  /// Where the log is written; what goes beside it has this path and a suffix.
  let draft: String
  private let ledger: String
  private let path: String
  private let descriptor: Int32

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
    var tries = patience * 50
    while true {
      let isNew = mkdir(path, 0o700) == 0
      guard isNew || errno == EEXIST else { throw .making(errno) }
      let locked: Int32?
      do throws(LogFailure) { locked = try Self.locked(path) } catch {
        if isNew { rmdir(path) }
        throw error
      }
      if let locked {
        guard isNew || Self.isOurs(path) else {
          close(locked)
          throw .alreadyThere
        }
        do throws(LogFailure) { try Self.mark(path) } catch {
          close(locked)
          if isNew { rmdir(path) }
          throw error
        }
        self.init(ledger, path, locked)
        clear()
        return
      }
      tries -= 1
      guard tries > 0 else { throw .busy(seconds: patience) }
      usleep(20_000)
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
    let file = open("\(path)/\(mark)", O_CREAT | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .making(errno) }
    close(file)
  }

  private init(_ ledger: String, _ path: String, _ descriptor: Int32) {
    self.ledger = ledger
    self.path = path
    self.descriptor = descriptor
    draft = "\(path)/\(Folder.name(ledger))"
  }

  deinit {
    clear()
    // The mark last, so that a folder with anything in it bears it.
    if Folder.names(in: path) == [Self.mark] { unlink("\(path)/\(Self.mark)") }
    rmdir(path)
    close(descriptor)
  }

  /// Clears what a killed making left beside a ledger; costs one look at the folder.
  ///
  /// - Parameter isAwaited: whether a making that is about to end is waited for, some 5 s: until then its
  ///   log has a second name.
  static func clear(beside ledger: String, isAwaited: Bool = false) {
    for _ in 0..<(isAwaited ? 250 : 1) where Folder.holds(path(ledger)) {
      do throws(LogFailure) {
        if let locked = try locked(path(ledger)) {
          guard isOurs(path(ledger)) else {
            close(locked)
            return
          }
          _ = MakingFolder(ledger, path(ledger), locked)
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
    try Self.sync(Folder.of(ledger))
    try place("")
    try Self.sync(Folder.of(ledger))
  }

  private func place(_ suffix: String) throws(LogFailure) {
    guard link(draft + suffix, ledger + suffix) == 0 else {
      throw errno == EEXIST ? .alreadyThere : .making(errno)
    }
  }

  /// Removes what the folder holds, and, unless the log came to its place, what came from it: keys without
  /// it are of no use to anyone.
  private func clear() {
    // By the log's own second name: at its place another's may lie, or it may have been moved since.
    var log = stat()
    let isPublished = lstat(draft, &log) != 0 || log.st_nlink > 1
    for suffix in Self.suffixes {
      if !isPublished, isSame(ledger + suffix, draft + suffix) { unlink(ledger + suffix) }
    }
    for name in Folder.names(in: path) where name != Self.mark { unlink("\(path)/\(name)") }
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    var facts = (stat(), stat())
    return lstat(one, &facts.0) == 0 && lstat(other, &facts.1) == 0
      && facts.0.st_ino == facts.1.st_ino && facts.0.st_dev == facts.1.st_dev
  }

  private static func path(_ ledger: String) -> String { ledger + ".making" }

  /// Opens the folder and locks it.
  ///
  /// - Returns: nil where it is not there, or another process holds it.
  /// - Throws: ``LogFailure/alreadyThere`` where something else has its name.
  private static func locked(_ path: String) throws(LogFailure) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw errno == ENOTDIR || errno == ELOOP ? .alreadyThere : .making(errno)
    }
    var facts = (stat(), stat())
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &facts.0) == 0,
      lstat(path, &facts.1) == 0, facts.0.st_ino == facts.1.st_ino
    else {
      close(descriptor)
      return nil
    }
    guard facts.0.st_uid == geteuid(), facts.0.st_mode & 0o022 == 0 else {
      close(descriptor)
      throw .alreadyThere
    }
    return descriptor
  }

  private static func sync(_ folder: String) throws(LogFailure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .making(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .making(errno) }
  }
}

extension LogFailure {
  /// What the system refused while a ledger was made.
  fileprivate static func making(_ code: Int32) -> LogFailure {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM, EROFS: .readOnly
    case ENOSPC, EDQUOT: .full
    default: .system(code: Int(code), String(cString: strerror(code)))
    }
  }
}
