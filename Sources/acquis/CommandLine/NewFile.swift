internal import Events
internal import Glibc

/// A file that is whole and on the disk under its name, or not there at all.
///
/// It has no name until every byte is on the disk, so that a killed process leaves nothing; where the
/// file system has no such files, it is written under another name beside. What lies there already is
/// never written over.
struct NewFile: ~Copyable {
  /// Its name.
  let path: String
  private let descriptor: Int32
  /// The name it is written under; nil where it has none.
  private let draft: String?
  private var waiting: [UInt8] = []

  /// - Parameter mode: who may read and write it.
  /// - Throws: ``Failure/input(_:)`` where something lies at the path, ``Failure/ledger(_:)`` where the
  ///   system refuses.
  init(_ path: String, mode: mode_t = 0o644) throws(Failure) {
    guard !Folder.holds(path) else { throw Self.alreadyThere(path) }
    let file = try Self.draft(of: path, mode)
    self.path = path
    descriptor = file.descriptor
    draft = file.name
  }

  deinit {
    close(descriptor)
    if let draft { unlink(draft) }
  }

  /// An empty file, and the name it has beside the path where it needs one.
  private static func draft(
    of path: String, _ mode: mode_t
  ) throws(Failure) -> (descriptor: Int32, name: String?) {
    if let descriptor = nameless(in: Folder.of(path), mode) { return (descriptor, nil) }
    let draft = "\(path).part-\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .system(at: path) }
    return (descriptor, draft)
  }

  /// A file without a name, which can be given one; nil where there is no such thing.
  private static func nameless(in folder: String, _ mode: mode_t) -> Int32? {
    let descriptor = open(folder, __O_TMPFILE | O_DIRECTORY | O_WRONLY | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return nil }
    guard Folder.holds(place(of: descriptor)) else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// The path by which the system knows an open file.
  private static func place(of descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  /// Adds bytes.
  mutating func write(_ bytes: [UInt8]) throws(Failure) {
    waiting += bytes
    if waiting.count >= 1 << 18 { try flush() }
  }

  /// Gives the file its name.
  consuming func keep() throws(Failure) {
    try flush()
    guard fsync(descriptor) == 0 else { throw .system(at: path) }
    let isNamed =
      if let draft {
        link(draft, path) == 0
      } else {
        linkat(AT_FDCWD, Self.place(of: descriptor), AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
      }
    guard isNamed else {
      throw errno == EEXIST ? Self.alreadyThere(path) : .system(at: path)
    }
    try Folder.sync(Folder.of(path))
  }

  private mutating func flush() throws(Failure) {
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(at: path) }
      rest = rest.dropFirst(count)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private static func alreadyThere(_ path: String) -> Failure {
    .input(
      Text(
        "il y a déjà quelque chose ici ; rien n’a été changé",
        "there is already something here; nothing was changed"
      ).at(path))
  }
}

/// Folders and what lies in them.
enum Folder {
  /// The folder that a path lies in.
  static func of(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// The last part of a path.
  static func name(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[$0...].dropFirst()) } ?? path
  }

  /// Whether a path is no longer than any can be.
  static func mayHold(_ path: String) -> Bool {
    path.utf8.count < Int(PATH_MAX)
      && path.split(separator: "/").allSatisfy { $0.utf8.count <= Int(NAME_MAX) }
  }

  /// Whether anything lies at the path, a link to nowhere included.
  static func holds(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }

  /// The names in a folder.
  static func names(in path: String) -> [String] {
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

  /// Removes a folder and the files in it.
  static func remove(_ path: String) {
    for name in names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// - Throws: ``Failure/ledger(_:)`` where there is no folder for a path to lie in.
  static func check(of path: String) throws(Failure) {
    let folder = of(path)
    guard !holds(folder), errno == ENOENT || errno == ENOTDIR else { return }
    let shown = Shown.onOneLine(folder)
    throw .ledger(
      Text("il n’y a pas de dossier \(shown)", "there is no folder \(shown)").at(path))
  }

  /// Makes the names in a folder, or the bytes of a file, last.
  static func sync(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(at: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(at: path) }
  }
}

extension Failure {
  /// What the system has just refused, at a path: 3; 2 where the path itself can be none.
  static func system(at path: String) -> Failure {
    let code = errno
    if code == ENAMETOOLONG { return .input(Text.system(code).at(path)) }
    guard [ENOSPC, EDQUOT, EFBIG].contains(code) else {
      return .ledger(Text.system(code).at(path))
    }
    return noSpace(at: path)
  }

  /// The disk is full, at a path: 3.
  static func noSpace(at path: String) -> Failure {
    .ledger(
      Text(
        "plus de place sur le disque ; rien n’a été laissé",
        "no space left on the device; nothing was left behind"
      ).at(path))
  }
}
