internal import Glibc

/// The hidden folder in which a ``NewFolder`` is made: its files are in a folder of their own, beside a marker
/// file.
///
/// Locked as long as the process that makes it runs. The marker distinguishes it from a folder that a person
/// gave that name, and is never in the folder that is published.
struct FolderDraft: ~Copyable {
  private let path: String
  private let lock: FileLock

  /// The folder that the files are written to; for its owner alone.
  var files: String { Self.files(in: path) }

  /// Creates it; clears first one that an interrupted process left.
  ///
  /// - Returns: nil if what is at the path was not made by this program, or is another user's: it is not
  ///   touched.
  /// - Throws: ``FileFailure``; ``FileFailure/busy(seconds:)`` if another process is making it.
  init?(_ path: String) throws(FileFailure) {
    for _ in 0..<5 {
      guard try Folder.make(path, mode: 0o700) else {
        guard try Self.clear(path) else { return nil }
        continue
      }
      // Another process may have cleared the folder as an interrupted one's.
      guard let lock = try Self.locked(path) else { continue }
      do throws(FileFailure) { try Self.fill(path) } catch {
        Self.remove(path)
        throw error
      }
      self.path = path
      self.lock = lock
      return
    }
    throw .busy(seconds: 0)
  }

  deinit { if lock.isCurrent(at: path) { Self.remove(path) } }

  /// The name of the marker file.
  private static let mark = ".acquis-draft"

  private static func files(in path: String) -> String { "\(path)/files" }

  /// The marker first, so that a draft with anything in it has the marker.
  private static func fill(_ path: String) throws(FileFailure) {
    _ = try Descriptor("\(path)/\(mark)", O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, mode: 0o600)
    guard try Folder.make(files(in: path), mode: 0o700) else { throw .system(code: EEXIST) }
  }

  /// The lock of a folder; nil if it is gone.
  private static func locked(_ path: String) throws(FileFailure) -> FileLock? {
    do throws(FileFailure) {
      let lock = try FileLock(path, isFolder: true)
      if lock.isCurrent(at: path) { return lock }
    } catch {
      guard error.isMissing else { throw error }
    }
    return nil
  }

  /// Removes what an interrupted process left.
  ///
  /// - Returns: whether nothing is at the path any more.
  private static func clear(_ path: String) throws(FileFailure) -> Bool {
    do throws(FileFailure) {
      guard let lock = try locked(path) else { return true }
      guard lock.isWritableByOwnerOnly, isOurs(path) else { return false }
      remove(path)
      return !lock.isCurrent(at: path)
    } catch {
      // No folder, a link, or a folder that another user keeps to themselves.
      guard [ENOTDIR, ELOOP, EACCES].contains(error.code) else { throw error }
      return false
    }
  }

  /// Whether a folder contains what a draft does and nothing else. One without anything is of a process that
  /// was interrupted before it marked it.
  private static func isOurs(_ path: String) -> Bool {
    let names = Folder.names(in: path)
    guard !names.isEmpty else { return true }
    let files = files(in: path)
    return names.contains(mark) && Set(names).isSubset(of: [mark, Folder.name(files)])
      && !Folder.names(in: files).contains { isFolder("\(files)/\($0)") }
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a draft, the marker last; errors are ignored.
  private static func remove(_ path: String) {
    Folder.remove(files(in: path))
    if Folder.names(in: path) == [mark] { unsafe unlink("\(path)/\(mark)") }
    Folder.removeEmpty(path)
  }
}
