internal import Glibc

/// A folder that is whole and on the disk under its name, or not there at all.
///
/// It holds files only. Until it is kept it lies beside, under a name that begins with a dot.
struct BackupFolder {
  /// Its name, once kept.
  let path: String
  /// Where its files are written until then.
  let draft: String

  /// - Parameter mode: who may read it.
  /// - Throws: ``Failure/input(_:)`` where something of that name is there, ``Failure/ledger(_:)`` where
  ///   the system refuses.
  init(_ name: String, in folder: String, mode: mode_t) throws(Failure) {
    path = "\(folder)/\(name)"
    draft = "\(folder)/.\(name).part-\(getpid())"
    guard !Folder.holds(path) else { throw Self.alreadyThere(path) }
    Self.remove(draft)
    guard mkdir(draft, mode) == 0 else { throw .system(at: path) }
  }

  /// Removes what was not kept.
  func forget() { Self.remove(draft) }

  /// Writes a file of text.
  func write(_ bytes: [UInt8], to name: String, mode: mode_t) throws(Failure) {
    var file = try NewFile("\(draft)/\(name)", mode: mode)
    try file.write(bytes)
    try file.keep()
  }

  /// Gives the folder its name, with every file and name in it on the disk.
  func keep() throws(Failure) {
    for name in Self.names(in: draft) { try Folder.sync("\(draft)/\(name)") }
    try Folder.sync(draft)
    guard !Folder.holds(path) else { throw Self.alreadyThere(path) }
    guard rename(draft, path) == 0 else {
      throw errno == EEXIST || errno == ENOTEMPTY ? Self.alreadyThere(path) : .system(at: path)
    }
  }

  /// Removes what copies that were killed left in a folder: keys may lie in it.
  static func clear(_ folder: String) {
    for name in names(in: folder) where name.hasPrefix(".") {
      guard let dash = name.lastIndex(of: "-"), name[..<dash].hasSuffix(".part"),
        let process = pid_t(name[dash...].dropFirst()),
        BackupPart.allCases.contains(where: { name.hasPrefix(".\($0.rawValue)-") }),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      remove("\(folder)/\(name)")
    }
  }

  /// Removes a folder and the files in it.
  static func remove(_ path: String) {
    for name in names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  private static func alreadyThere(_ path: String) -> Failure {
    .input(
      Wording(
        "il y a déjà une copie de ce nom ; rien n’a été changé",
        "there is already a copy of this name; nothing was changed"
      ).at(path))
  }
}
