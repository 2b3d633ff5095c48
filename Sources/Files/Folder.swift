internal import Glibc

/// Operations on folders and on paths.
public enum Folder {
  /// The folder of a path, with its trailing slash; `.` for a bare name.
  ///
  /// Searches bytes, not characters: a combining mark at the beginning of a name would hide the
  /// slash.
  public static func of(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(decoding: path.utf8[...slash], as: UTF8.self)
  }

  /// The last component of a path.
  public static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(decoding: path.utf8[slash...].dropFirst(), as: UTF8.self)
  }

  /// Whether the path and its components are within the system's limits (`PATH_MAX`, `NAME_MAX`).
  public static func isValidLength(_ path: String) -> Bool {
    path.utf8.count < Int(PATH_MAX)
      && path.split(separator: "/").allSatisfy { $0.utf8.count <= Int(NAME_MAX) }
  }

  /// Whether anything is at the path, including a dangling symbolic link. False also if that cannot
  /// be determined.
  public static func exists(_ path: String) -> Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0
  }

  /// Whether it is certain that nothing is at the path; false also if that cannot be determined.
  public static func isAbsent(_ path: String) -> Bool {
    !exists(path) && (errno == ENOENT || errno == ENOTDIR)
  }

  /// Whether two paths name the same file; symbolic links are not followed.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    var facts = (stat(), stat())
    return unsafe lstat(one, &facts.0) == 0 && lstat(other, &facts.1) == 0
      && facts.0.st_ino == facts.1.st_ino && facts.0.st_dev == facts.1.st_dev
  }

  /// The number of hard links of a file; 0 if there is none.
  public static func linkCount(_ path: String) -> Int {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0 ? Int(facts.st_nlink) : 0
  }

  /// The absolute path with symbolic links resolved; the path unchanged if nothing is there.
  public static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The names in a folder, without `.` and `..`; empty if it cannot be read.
  ///
  /// What is not UTF-8 in a name is replaced: use ``BytePath`` to open files of any name.
  public static func names(in path: String) -> [String] {
    BytePath(path).names.map(\.text)
  }

  /// Creates a folder.
  ///
  /// - Returns: false if something is there already.
  /// - Throws: ``FileFailure/system(code:)`` for any other error.
  @discardableResult
  public static func make(_ path: String, mode: UInt32 = 0o777) throws(FileFailure) -> Bool {
    if unsafe mkdir(path, mode) == 0 { return true }
    guard errno == EEXIST else { throw .last }
    return false
  }

  /// Creates a folder, and those above it that are missing, for their owner only.
  public static func makeAll(_ path: String) throws(FileFailure) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      if !exists(made) { _ = try make(made, mode: 0o700) }
    }
  }

  /// Removes a folder and the files in it, but no subfolder; errors are ignored.
  public static func remove(_ path: String) {
    for name in names(in: path) { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// Removes a folder if it is empty; errors are ignored. Never removes a file.
  public static func removeEmpty(_ path: String) { unsafe rmdir(path) }

  /// Creates a hard link at `name`.
  ///
  /// - Throws: ``FileFailure``, with `isAlreadyThere` if something is there.
  public static func link(_ path: String, to name: String) throws(FileFailure) {
    guard unsafe Glibc.link(path, name) == 0 else { throw .last }
  }

  /// Moves a file or a folder. Replaces a file or an empty folder at the new name.
  ///
  /// - Throws: ``FileFailure``, with `isAlreadyThere` if a folder at the new name is not empty.
  public static func move(_ path: String, to name: String) throws(FileFailure) {
    guard unsafe rename(path, name) == 0 else { throw .last }
  }

  /// Waits until a folder's entries, or a file's bytes, are on the disk (`fsync`).
  public static func sync(_ path: String) throws(FileFailure) {
    try Descriptor(path, O_RDONLY).sync()
  }
}
