internal import Glibc

/// A file that is whole and on the disk under its name, or not there at all.
///
/// It is written under another name beside, and given its own once every byte is on the disk; what lies
/// there already is never written over.
struct NewFile: ~Copyable {
  /// Its name.
  let path: String
  private let draft: String
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  /// - Parameter mode: who may read and write it.
  /// - Throws: ``Failure/input(_:)`` where something lies at the path, ``Failure/ledger(_:)`` where the
  ///   system refuses.
  init(_ path: String, mode: mode_t = 0o644) throws(Failure) {
    guard !Folder.holds(path) else { throw Self.alreadyThere(path) }
    let draft = "\(path).part-\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .system(at: path) }
    self.path = path
    self.draft = draft
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
    unlink(draft)
  }

  /// Adds bytes.
  mutating func write(_ bytes: [UInt8]) throws(Failure) {
    waiting += bytes
    if waiting.count >= 1 << 18 { try flush() }
  }

  /// Gives the file its name.
  consuming func keep() throws(Failure) {
    try flush()
    guard fsync(descriptor) == 0 else { throw .system(at: path) }
    guard link(draft, path) == 0 else {
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
      Wording(
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

  /// Makes the names in a folder, or the bytes of a file, last.
  static func sync(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(at: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(at: path) }
  }
}

extension Failure {
  /// What the system has just refused, at a path: 3.
  static func system(at path: String) -> Failure {
    let code = errno
    guard code == ENOSPC || code == EDQUOT else { return .ledger(Wording.system(code).at(path)) }
    return noSpace(at: path)
  }

  /// The disk is full, at a path: 3.
  static func noSpace(at path: String) -> Failure {
    .ledger(
      Wording(
        "plus de place sur le disque ; rien n’a été laissé",
        "no space left on the device; nothing was left behind"
      ).at(path))
  }
}
