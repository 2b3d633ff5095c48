internal import Glibc

/// Why a server does not start.
public enum HTTPFailure: Error, Hashable, Sendable {
  /// The address is not one of IPv4 or IPv6 in numbers.
  case unreadableAddress
  /// A system call failed with this `errno`: `EADDRINUSE` where the port is taken, `EACCES` where
  /// it may not be used, `EADDRNOTAVAIL` where the address is not this machine's.
  case system(code: Int32)
  /// The library gives no reason: no memory, or no thread.
  case notStarted

  static var last: HTTPFailure { .system(code: errno) }

  /// The system's text for the `errno` (`strerror`); empty for the other cases.
  public var message: String {
    guard case .system(let code) = self else { return "" }
    return unsafe String(cString: strerror(code))
  }
}
