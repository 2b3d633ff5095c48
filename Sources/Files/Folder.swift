internal import Glibc

/// Folders, and what lies in them.
public enum Folder {
  /// The folder that a path lies in. By bytes: a mark that a name begins with is no part of the slash.
  public static func of(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(decoding: path.utf8[...slash], as: UTF8.self)
  }

  /// The last part of a path.
  public static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(decoding: path.utf8[slash...].dropFirst(), as: UTF8.self)
  }

  /// Whether a path is no longer than any can be.
  public static func mayHold(_ path: String) -> Bool {
    path.utf8.count < Int(PATH_MAX)
      && path.split(separator: "/").allSatisfy { $0.utf8.count <= Int(NAME_MAX) }
  }

  /// Whether anything lies at the path, a link to nowhere included.
  public static func holds(_ path: String) -> Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0
  }

  /// Whether there is certainly nothing at the path.
  public static func lacks(_ path: String) -> Bool {
    !holds(path) && (errno == ENOENT || errno == ENOTDIR)
  }

  /// Whether two paths lead to one file.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    var facts = (stat(), stat())
    return unsafe lstat(one, &facts.0) == 0 && lstat(other, &facts.1) == 0
      && facts.0.st_ino == facts.1.st_ino && facts.0.st_dev == facts.1.st_dev
  }

  /// How many names a file has; 0 where there is none.
  public static func linkCount(_ path: String) -> Int {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0 ? Int(facts.st_nlink) : 0
  }

  /// The path without links; itself where it leads nowhere.
  public static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The names in a folder; none where it cannot be read.
  public static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder.
  ///
  /// - Returns: false where something lies there already.
  /// - Throws: the system's other failures.
  @discardableResult
  public static func make(_ path: String, mode: UInt32 = 0o777) throws(FileFailure) -> Bool {
    if unsafe mkdir(path, mode) == 0 { return true }
    guard errno == EEXIST else { throw .last }
    return false
  }

  /// Removes a folder and the files in it, if it is there.
  public static func remove(_ path: String) {
    for name in names(in: path) { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// Removes a folder with nothing in it, if it is there; never a file.
  public static func removeEmpty(_ path: String) { unsafe rmdir(path) }

  /// Gives a file a second name, where nothing has that name yet.
  public static func link(_ path: String, to name: String) throws(FileFailure) {
    guard unsafe Glibc.link(path, name) == 0 else { throw .last }
  }

  /// Moves a file or a folder; a file at the new name is replaced, a folder with files is not.
  public static func move(_ path: String, to name: String) throws(FileFailure) {
    guard unsafe rename(path, name) == 0 else { throw .last }
  }

  /// Makes the names in a folder, or the bytes of a file, last: on the disk when this returns.
  public static func sync(_ path: String) throws(FileFailure) {
    try Descriptor(path, O_RDONLY).sync()
  }
}
