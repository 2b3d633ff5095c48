internal import Glibc

/// Why a file or a folder could not be used. Contains no path: the caller knows it.
public enum FileFailure: Error, Equatable, Sendable {
  /// A system call failed with this `errno`.
  case system(code: Int32)
  /// Users other than the owner may read, write or execute the file.
  case openToOthers
  /// The file is larger than this limit, in bytes.
  case tooLong(limit: Int)
  /// Another process held the lock for the whole waiting time.
  case busy(seconds: Int)

  /// The failure of the last system call, from `errno`.
  static var last: FileFailure { .system(code: errno) }

  public static var noSpace: FileFailure { .system(code: ENOSPC) }

  /// The `errno`; 0 for the other cases.
  public var code: Int32 {
    guard case .system(let code) = self else { return 0 }
    return code
  }

  /// The system's text for the `errno` (`strerror`); empty for the other cases.
  public var message: String { unsafe code == 0 ? "" : String(cString: strerror(code)) }

  /// Whether nothing is at the path.
  public var isMissing: Bool { code == ENOENT }

  /// Whether something is at the path already, or a folder is not empty.
  public var isAlreadyThere: Bool { code == EEXIST || code == ENOTEMPTY }

  /// Whether the path or a part of it is longer than the system allows.
  public var isNameTooLong: Bool { code == ENAMETOOLONG }

  /// Whether the device or the quota is full, or the file has reached the largest size allowed.
  public var isNoSpace: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

  /// Whether this user lacks the permission, or the file system is read-only.
  public var isNotPermitted: Bool { [EACCES, EPERM, EROFS].contains(code) }
}
