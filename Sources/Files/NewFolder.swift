internal import Glibc

/// A folder of files that appears under its name complete and durable, or not at all.
///
/// ```swift
/// let folder = try NewFolder("lists")
/// var file = try NewFile("\(folder.draft)/people.csv", mode: 0o600)
/// try file.keep()
/// try folder.keep()
/// ```
///
/// Until then it is in `.NAME.part` beside its place, for its owner alone, and locked as long as the process
/// that makes it runs; one that an interrupted process left is cleared by the next. What else has that name is
/// left alone, and `.NAME.part-2` … `.NAME.part-9` are tried. It may take the place of an empty folder, and of
/// nothing else.
public struct NewFolder: ~Copyable {
  /// The path it will have.
  public let path: String
  private let making: FolderDraft

  /// The folder that its files are written to.
  public var draft: String { making.files }

  /// - Parameter path: a trailing slash is allowed; its own folder must exist.
  /// - Throws: ``FileFailure``, with `isAlreadyThere` if something other than an empty folder is at the path,
  ///   the empty folder is the one that the process runs in, or every name of a draft is in use;
  ///   ``FileFailure/busy(seconds:)`` if another process is making it.
  public init(_ path: String) throws(FileFailure) {
    let path = try Self.place(path)
    for number in 1...9 {
      guard let making = try FolderDraft(Self.draft(of: path, number)) else { continue }
      self.path = path
      self.making = making
      return
    }
    throw .system(code: EEXIST)
  }

  /// Gives the folder its name; its entries and its own are on the disk when this returns.
  ///
  /// - Throws: ``FileFailure``, with `isAlreadyThere` if something was put at the path meanwhile; nothing is
  ///   left then.
  public consuming func keep() throws(FileFailure) {
    try Folder.sync(draft)
    // Over a file, the system says that one of the two is no folder.
    do throws(FileFailure) { try Folder.move(draft, to: path) } catch {
      throw error.code == ENOTDIR ? .system(code: EEXIST) : error
    }
    try Folder.sync(Folder.of(path))
  }

  /// The path without trailing slashes, and of an empty folder without links.
  private static func place(_ path: String) throws(FileFailure) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    guard Folder.exists(path) else { return path }
    path = Folder.resolved(path)
    do throws(FileFailure) { _ = try Descriptor(path, O_RDONLY | O_DIRECTORY) } catch {
      throw error.code == ENOTDIR ? .system(code: EEXIST) : error
    }
    guard Folder.names(in: path).isEmpty, !Folder.isSame(path, Folder.resolved(".")) else {
      throw .system(code: EEXIST)
    }
    return path
  }

  private static func draft(of path: String, _ number: Int) -> String {
    let (folder, name) = (Folder.of(path), Folder.name(path))
    let draft = ".\(name).part\(number == 1 ? "" : "-\(number)")"
    return folder.utf8.last == UInt8(ascii: "/") ? "\(folder)\(draft)" : "\(folder)/\(draft)"
  }
}
