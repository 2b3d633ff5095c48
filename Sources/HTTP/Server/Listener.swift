internal import CMicrohttpd
internal import Glibc

/// A socket that takes connections, closed on deinitialisation.
final class Listener: Sendable {
  let number: Int32
  /// The one that the system chose if 0 was asked for.
  let port: UInt16

  /// - Parameters:
  ///   - address: IPv4 or IPv6 in numbers; `::` takes connections of both.
  ///   - port: 0 for any that is free.
  init(address: String, port: UInt16) throws(HTTPFailure) {
    let isSix = address.utf8.contains(UInt8(ascii: ":"))
    let family = isSix ? AF_INET6 : AF_INET
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_port = port.bigEndian
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_port = port.bigEndian
    let isRead =
      isSix
      ? unsafe inet_pton(family, address, &six.sin6_addr)
      : unsafe inet_pton(family, address, &four.sin_addr)
    guard isRead == 1 else { throw .unreadableAddress }

    let number = socket(
      family,
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    guard number >= 0 else { throw .last }
    self.number = number
    Self.set(number, SOL_SOCKET, SO_REUSEADDR, 1)
    if isSix { Self.set(number, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0) }
    let bound =
      isSix
      ? unsafe Self.withAddress(of: &six) { unsafe bind(number, $0, $1) }
      : unsafe Self.withAddress(of: &four) { unsafe bind(number, $0, $1) }
    guard bound == 0, listen(number, SOMAXCONN) == 0, let actual = Self.port(of: number) else {
      let failure = HTTPFailure.last
      close(number)
      throw failure
    }
    self.port = actual
  }

  deinit { close(number) }

  /// The next connection that waits, and the address of its other end; nil if there is none.
  ///
  /// - Throws: the `errno`: `EMFILE` and `ENFILE` where no more files may be open.
  func accept() throws(HTTPFailure) -> (socket: Int32, peer: sockaddr_in6, size: socklen_t)? {
    while true {
      // Large enough for both kinds of address.
      var peer = sockaddr_in6()
      var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
      let socket = unsafe withUnsafeMutablePointer(to: &peer) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          unsafe acquis_accept(number, address, &size)
        }
      }
      if socket >= 0 { return (socket, peer, size) }
      switch errno {
      case EAGAIN: return nil
      // The client is gone again.
      case EINTR, ECONNABORTED, EPROTO, EPERM: continue
      default: throw .last
      }
    }
  }

  private static func set(_ number: Int32, _ level: Int32, _ name: Int32, _ value: Int32) {
    var value = value
    _ = unsafe setsockopt(number, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func withAddress<Address>(
    of address: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe body(address, socklen_t(MemoryLayout<Address>.size))
      }
    }
  }

  private static func port(of number: Int32) -> UInt16? {
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe getsockname(number, address, &size)
      }
    }
    // Both kinds of address have the port at the same place.
    return code == 0 ? UInt16(bigEndian: address.sin6_port) : nil
  }
}

/// An address as text.
enum PeerAddress {
  /// `192.0.2.7` or `2001:db8::7`; an IPv4 address that came in through an IPv6 socket without its
  /// `::ffff:`. Empty if it is neither.
  static func text(_ address: UnsafePointer<sockaddr>?) -> String {
    guard let address = unsafe address else { return "" }
    let family = Int32(unsafe address.pointee.sa_family)
    let offset: Int?
    switch family {
    case AF_INET: offset = MemoryLayout<sockaddr_in>.offset(of: \.sin_addr)
    case AF_INET6: offset = MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr)
    default: offset = nil
    }
    guard let offset else { return "" }
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let number = unsafe UnsafeRawPointer(address) + offset
    guard unsafe inet_ntop(family, number, &text, socklen_t(text.count)) != nil else { return "" }
    let read = String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let mapped = "::ffff:"
    guard read.hasPrefix(mapped), read.utf8.contains(UInt8(ascii: ".")) else { return read }
    return String(read.dropFirst(mapped.count))
  }
}
