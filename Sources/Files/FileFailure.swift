internal import Glibc

/// Why a file or a folder could not be used. Names no path: whoever asked knows it.
public enum FileFailure: Error, Equatable, Sendable {
  /// The system refused, with this error number.
  case system(code: Int32)
  /// Others than its owner may read or write the file.
  case openToOthers
  /// The file has more bytes than one reads of it, this many.
  case tooLong(limit: Int)
  /// Another process has held the lock for longer than one waits, so many seconds.
  case busy(seconds: Int)

  /// What the system has just refused.
  static var last: FileFailure { .system(code: errno) }

  /// No space is left on the device.
  public static var noSpace: FileFailure { .system(code: ENOSPC) }

  /// The system's error number; 0 where it refused nothing.
  public var code: Int32 {
    guard case .system(let code) = self else { return 0 }
    return code
  }

  /// What the system says of its error number, in its own words; empty where it refused nothing.
  public var message: String { unsafe code == 0 ? "" : String(cString: strerror(code)) }

  /// Whether there is nothing at the path.
  public var isMissing: Bool { code == ENOENT }

  /// Whether something lies at the path already.
  public var isAlreadyThere: Bool { code == EEXIST || code == ENOTEMPTY }

  /// Whether the path is longer than the system takes.
  public var isNameTooLong: Bool { code == ENAMETOOLONG }

  /// Whether the device, the quota or the largest file allowed is full.
  public var isNoSpace: Bool { [ENOSPC, EDQUOT, EFBIG].contains(code) }

  /// Whether the file or its folder is not this user's to use so.
  public var isNotPermitted: Bool { [EACCES, EPERM, EROFS].contains(code) }
}
