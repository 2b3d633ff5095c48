/// How the server is reached.
struct ServeSettings: Sendable {
  let port: UInt16
  /// The address that people type, `https://acquis.example.org`; nil: the loopback address alone.
  let origin: Origin?
  /// The address of the proxy whose word for a client's address is taken.
  let trustedProxy: String?
  /// Whether a stranger may read the last signed checkpoint.
  let hasPublicCheckpoint: Bool

  /// Whether a proxy on this machine may pass on what others ask.
  var isBehindProxy: Bool { origin != nil || trustedProxy != nil }

  /// Scheme and host, with the port where it is not the scheme's own.
  struct Origin: Sendable, Equatable {
    /// As browsers send it in `Origin`.
    let text: String
    /// As browsers send it in `Host`.
    let host: String
    var isSecure: Bool { text.hasPrefix("https://") }

    /// Nil unless it is `http://` or `https://` with a host, an optional port and nothing else.
    init?(_ text: String) {
      let text = text.lowercased()
      let isSecure = text.hasPrefix("https://")
      guard isSecure || text.hasPrefix("http://") else { return nil }
      let rest = text.dropFirst(isSecure ? 8 : 7)
      let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
      guard 1...2 ~= parts.count, let name = parts.first, !name.isEmpty, name.utf8.count <= 253,
        name.utf8.allSatisfy({ Parameter.isLetterOrDigit($0) || $0 == 0x2d || $0 == 0x2e })
      else { return nil }
      var host = String(name)
      if parts.count == 2 {
        guard let port = UInt16(parts[1]), port.description == parts[1] else { return nil }
        if port != (isSecure ? 443 : 80) { host += ":\(port)" }
      }
      self.host = host
      self.text = (isSecure ? "https://" : "http://") + host
    }
  }

  /// The values of `Host` that are answered.
  func accepts(host: String) -> Bool {
    let host = host.lowercased()
    return host == origin?.host || isLoopback(host: host)
      || origin.map { host == $0.host + ($0.isSecure ? ":443" : ":80") } ?? false
  }

  /// Whether a `Host` is this machine's own name for itself.
  func isLoopback(host: String) -> Bool {
    ["127.0.0.1", "localhost", "[::1]"].contains { name in
      host.lowercased() == "\(name):\(port)" || (port == 80 && host.lowercased() == name)
    }
  }

  /// The values of `Origin` that are answered: a page of another site is not.
  func accepts(origin given: String) -> Bool {
    given == origin?.text
      || (given.hasPrefix("http://") && isLoopback(host: String(given.dropFirst(7))))
  }
}
