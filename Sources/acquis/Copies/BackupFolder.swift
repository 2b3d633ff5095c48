internal import Events
internal import Glibc

/// The folder in which a backup is made, `.backup-DATE.part` in the folder that will hold it, locked as
/// long as its maker lives.
///
/// Each part is a folder of files in it, moved to its place when all are whole and on the disk: the log
/// last. So where a `log-DATE` is at its place, its vault is too; and a backup that was killed is known by
/// the log that its folder still holds, and is cleared by the next one.
struct BackupFolder: ~Copyable {
  private let folder: String
  private let stamp: String
  private let descriptor: Int32

  private var path: String { Self.path(stamp, in: folder) }

  /// - Parameters:
  ///   - stamp: the date that every part's name ends with.
  ///   - folder: the one that will hold the parts.
  /// - Throws: ``Failure/input(_:)`` where a backup of that date is there, ``Failure/ledger(_:)`` where
  ///   the system refuses.
  init(_ stamp: String, in folder: String) throws(Failure) {
    for part in BackupPart.allCases where Folder.holds(part.path(stamp, in: folder)) {
      throw Self.alreadyThere(part.path(stamp, in: folder))
    }
    let path = Self.path(stamp, in: folder)
    for _ in 0..<5 {
      guard mkdir(path, 0o700) == 0 else {
        throw errno == EEXIST ? Self.alreadyThere(path) : .system(at: path)
      }
      guard let descriptor = Self.locked(path) else {
        let code = errno
        // Another process that clears the folder may have taken it for a killed one's.
        if code == EWOULDBLOCK || code == ENOENT { continue }
        rmdir(path)
        errno = code
        throw .system(at: path)
      }
      guard Folder.holds(path) else {
        close(descriptor)
        continue
      }
      self.init(folder, stamp, descriptor)
      return
    }
    throw Self.alreadyThere(path)
  }

  private init(_ folder: String, _ stamp: String, _ descriptor: Int32) {
    self.folder = folder
    self.stamp = stamp
    self.descriptor = descriptor
  }

  deinit {
    Self.clear(stamp, in: folder)
    close(descriptor)
  }

  /// Makes a part's folder.
  ///
  /// - Parameter mode: who may read it.
  /// - Returns: where its files are written.
  func add(_ part: BackupPart, mode: mode_t) throws(Failure) -> String {
    let draft = part.path(stamp, in: path)
    guard mkdir(draft, mode) == 0 else { throw .system(at: draft) }
    return draft
  }

  /// Where a part will be.
  func place(of part: BackupPart) -> String { part.path(stamp, in: folder) }

  /// Moves the parts to their places, with every file and name in them on the disk.
  ///
  /// - Throws: none is kept then.
  func keep(_ parts: [BackupPart]) throws(Failure) {
    for part in parts {
      let draft = part.path(stamp, in: path)
      for name in Folder.names(in: draft) { try Folder.sync("\(draft)/\(name)") }
      try Folder.sync(draft)
    }
    var kept: [String] = []
    do throws(Failure) {
      for part in parts.sorted(by: { $1 == .log && $0 != .log }) {
        try move(part)
        kept.append(place(of: part))
      }
      try Folder.sync(folder)
    } catch {
      for place in kept { Folder.remove(place) }
      throw error
    }
  }

  private func move(_ part: BackupPart) throws(Failure) {
    let place = place(of: part)
    guard !Folder.holds(place) else { throw Self.alreadyThere(place) }
    guard rename(part.path(stamp, in: path), place) == 0 else {
      throw errno == EEXIST || errno == ENOTEMPTY ? Self.alreadyThere(place) : .system(at: place)
    }
  }

  /// Removes what backups that were killed left in a folder: keys may lie in it.
  static func clear(_ folder: String) {
    for name in Folder.names(in: folder) where isEarlierDraft(name) {
      Folder.remove("\(folder)/\(name)")
    }
    for name in Folder.names(in: folder)
    where name.hasPrefix(".backup-") && name.hasSuffix(".part") {
      guard let descriptor = locked("\(folder)/\(name)") else { continue }
      clear(String(name.dropFirst(".backup-".count).dropLast(".part".count)), in: folder)
      close(descriptor)
    }
  }

  /// Whether a folder is what an earlier version of the program left of a part, `.vault-DATE.part-PID`,
  /// when it was killed.
  private static func isEarlierDraft(_ name: String) -> Bool {
    guard let dash = name.lastIndex(of: "-"), name[..<dash].hasSuffix(".part"),
      let process = pid_t(name[dash...].dropFirst()),
      BackupPart.allCases.contains(where: { name.hasPrefix(".\($0.rawValue)-") })
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Removes a backup's folder; and the parts that came from it, where the log, the last one, did not.
  private static func clear(_ stamp: String, in folder: String) {
    let path = path(stamp, in: folder)
    let isCutShort = Folder.holds(BackupPart.log.path(stamp, in: path))
    for part in BackupPart.allCases {
      if isCutShort, !Folder.holds(part.path(stamp, in: path)) {
        Folder.remove(part.path(stamp, in: folder))
      }
      Folder.remove(part.path(stamp, in: path))
    }
    rmdir(path)
  }

  private static func path(_ stamp: String, in folder: String) -> String {
    "\(folder)/.backup-\(stamp).part"
  }

  /// Opens a folder and locks it; nil where another process holds it.
  private static func locked(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      errno = code
      return nil
    }
    return descriptor
  }

  private static func alreadyThere(_ path: String) -> Failure {
    .input(
      Text(
        "il y a déjà une copie de ce nom ; rien n’a été changé",
        "there is already a copy of this name; nothing was changed"
      ).at(path))
  }
}

extension BackupPart {
  /// The part's folder.
  fileprivate func path(_ stamp: String, in folder: String) -> String {
    "\(folder)/\(rawValue)-\(stamp)"
  }
}
