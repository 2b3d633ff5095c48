internal import Files
internal import Glibc

/// The folder in which a backup is made, `.backup-DATE.part` in the folder that will contain it, locked as
/// long as the process that makes it runs.
///
/// Each part is a folder in it. All are moved to their places when they are complete and durable, the log
/// last. So a `log-DATE` in its place has its vault beside it; an interrupted backup is recognised by the
/// log that is still in its folder, and is cleared by the next backup.
struct BackupFolder: ~Copyable {
  private let folder: String
  private let stamp: String
  private let lock: FileLock

  private var path: String { Self.path(stamp, in: folder) }

  /// - Parameters:
  ///   - stamp: the date that every part's name ends with.
  ///   - folder: the folder that will contain the parts.
  /// - Throws: ``LedgerFailure/backupThere(_:)`` if there is a backup of that date; the failures of the
  ///   file system.
  init(_ stamp: String, in folder: String) throws(LedgerFailure) {
    for part in BackupPart.allCases where Folder.exists(part.path(stamp, in: folder)) {
      throw .backupThere(part.path(stamp, in: folder))
    }
    let path = Self.path(stamp, in: folder)
    for _ in 0..<5 {
      let isNew = try at(path) { () throws(FileFailure) in try Folder.make(path, mode: 0o700) }
      guard isNew else { throw .backupThere(path) }
      // Another process may have cleared the folder as an interrupted backup's.
      guard let lock = try Self.taken(path) else { continue }
      self.init(folder, stamp, lock)
      return
    }
    throw .backupThere(path)
  }

  /// The lock of the new folder; nil if it was cleared meanwhile.
  private static func taken(_ path: String) throws(LedgerFailure) -> FileLock? {
    do throws(FileFailure) {
      let lock = try FileLock(path, isFolder: true)
      guard lock.isCurrent(at: path) else { return nil }
      return lock
    } catch {
      if case .busy = error { return nil }
      if error.isMissing { return nil }
      Folder.removeEmpty(path)
      throw .file(error, at: path)
    }
  }

  private init(_ folder: String, _ stamp: String, _ lock: consuming FileLock) {
    self.folder = folder
    self.stamp = stamp
    self.lock = lock
  }

  deinit {
    Self.clear(stamp, in: folder)
  }

  /// Creates a part's folder.
  ///
  /// - Parameter mode: its permissions.
  /// - Returns: the path of the folder that its files are written to.
  func add(_ part: BackupPart, mode: UInt32) throws(LedgerFailure) -> String {
    let draft = part.path(stamp, in: path)
    let isNew = try at(draft) { () throws(FileFailure) in try Folder.make(draft, mode: mode) }
    guard isNew else { throw .backupThere(draft) }
    return draft
  }

  /// The final path of a part.
  func place(of part: BackupPart) -> String { part.path(stamp, in: folder) }

  /// Makes every file and name durable, and moves the parts to their places.
  ///
  /// - Throws: ``LedgerFailure``; no part is kept then.
  func keep(_ parts: [BackupPart]) throws(LedgerFailure) {
    for part in parts {
      let draft = part.path(stamp, in: path)
      try at(draft) { () throws(FileFailure) in
        for name in Folder.names(in: draft) { try Folder.sync("\(draft)/\(name)") }
        try Folder.sync(draft)
      }
    }
    var kept: [String] = []
    do throws(LedgerFailure) {
      for part in parts.sorted(by: { $1 == .log && $0 != .log }) {
        try move(part)
        kept.append(place(of: part))
      }
      try at(folder) { () throws(FileFailure) in try Folder.sync(folder) }
    } catch {
      for place in kept { Folder.remove(place) }
      throw error
    }
  }

  private func move(_ part: BackupPart) throws(LedgerFailure) {
    let place = place(of: part)
    guard !Folder.exists(place) else { throw .backupThere(place) }
    do throws(FileFailure) { try Folder.move(part.path(stamp, in: path), to: place) } catch {
      throw error.isAlreadyThere ? .backupThere(place) : .file(error, at: place)
    }
  }

  /// Removes what interrupted backups left in a folder; it may contain keys.
  static func clear(_ folder: String) {
    for name in Folder.names(in: folder) where isEarlierDraft(name) {
      Folder.remove("\(folder)/\(name)")
    }
    for name in Folder.names(in: folder)
    where name.hasPrefix(".backup-") && name.hasSuffix(".part") {
      guard let lock = try? FileLock("\(folder)/\(name)", isFolder: true) else { continue }
      clear(String(name.dropFirst(".backup-".count).dropLast(".part".count)), in: folder)
      _ = consume lock
    }
  }

  /// Whether a folder is a part, `.vault-DATE.part-PID`, of an interrupted backup by an earlier version of
  /// the program.
  private static func isEarlierDraft(_ name: String) -> Bool {
    guard let dash = name.lastIndex(of: "-"), name[..<dash].hasSuffix(".part"),
      let process = pid_t(name[dash...].dropFirst()),
      BackupPart.allCases.contains(where: { name.hasPrefix(".\($0.rawValue)-") })
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }

  /// Removes a backup's folder, and the parts already moved from it if the log, the last one, was not.
  private static func clear(_ stamp: String, in folder: String) {
    let path = path(stamp, in: folder)
    let isCutShort = Folder.exists(BackupPart.log.path(stamp, in: path))
    for part in BackupPart.allCases {
      if isCutShort, !Folder.exists(part.path(stamp, in: path)) {
        Folder.remove(part.path(stamp, in: folder))
      }
      Folder.remove(part.path(stamp, in: path))
    }
    Folder.removeEmpty(path)
  }

  private static func path(_ stamp: String, in folder: String) -> String {
    "\(folder)/.backup-\(stamp).part"
  }
}

extension BackupPart {
  /// The path of the part's folder.
  fileprivate func path(_ stamp: String, in folder: String) -> String {
    "\(folder)/\(rawValue)-\(stamp)"
  }
}
