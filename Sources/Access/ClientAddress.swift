internal import Glibc

/// Where a request comes from, as tries are counted: an IPv4 address, or the first 64 bits of an IPv6 one, which
/// is what a subscriber is given.
public struct ClientAddress: Hashable, Sendable {
  private let bytes: [UInt8]

  /// What is no address: all of these count as one.
  private static let unknown = ClientAddress(bytes: [])

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter text: `192.0.2.1`, `2001:db8::1`, `::ffff:192.0.2.1` (which is `192.0.2.1`),
  ///   `fe80::1%eth0`.
  public init(_ text: String) {
    let text = String(text.prefix { $0 != "%" })
    if let four = Self.parsed(text, AF_INET, count: 4) {
      self.init(bytes: four)
    } else if let sixteen = Self.parsed(text, AF_INET6, count: 16) {
      let isMapped = sixteen.starts(with: [UInt8](repeating: 0, count: 10) + [0xff, 0xff])
      self.init(bytes: isMapped ? Array(sixteen[12...]) : Array(sixteen[..<8]))
    } else {
      self = .unknown
    }
  }

  private static func parsed(_ text: String, _ family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return unsafe inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }
}
