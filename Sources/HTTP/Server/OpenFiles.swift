internal import Glibc

/// How many files and sockets this process may have open at once (`RLIMIT_NOFILE`).
public enum OpenFiles {
  /// Raises the limit of this process, as far as the system permits it; never lowers it.
  ///
  /// - Returns: what was wanted, and the limit now: less than wanted if the system's hard limit is
  ///   lower.
  public static func raise(to wanted: Int) -> (wanted: Int, granted: Int) {
    var limits = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0 else {
      return (wanted, 0)
    }
    if limits.rlim_cur < rlim_t(clamping: wanted) {
      var raised = limits
      raised.rlim_cur = min(rlim_t(clamping: wanted), limits.rlim_max)
      if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 {
        limits = raised
      }
    }
    return (wanted, Int(clamping: limits.rlim_cur))
  }
}
