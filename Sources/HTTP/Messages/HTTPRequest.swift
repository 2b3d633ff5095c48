/// A request as it arrived: nothing of its target is decoded.
public struct HTTPRequest: Hashable, Sendable {
  /// As sent: methods differ by case (RFC 9110, 9.1).
  public let method: String
  /// What is before the `?`, still percent-encoded: `%2F`, `%00` and `..` are as sent. Begins with
  /// `/`, or is `*` for OPTIONS. Printable ASCII. ``PathSegments`` decodes it.
  public let path: String
  /// What is after the first `?`, still encoded; nil without one. ``QueryItems`` decodes it.
  public let query: String?
  /// In the order sent; values without the blanks around them. Bytes that are not UTF-8 are
  /// replaced by U+FFFD.
  public let headers: [HTTPHeader]
  /// Empty until the whole request has arrived.
  public internal(set) var body: [UInt8]
  /// The address of the socket's other end as numbers: `192.0.2.7` or `2001:db8::7`; behind a
  /// proxy, the proxy's. Empty if the system does not tell.
  public let peer: String

  public init(
    method: String, path: String, query: String? = nil, headers: [HTTPHeader] = [],
    body: [UInt8] = [], peer: String = "127.0.0.1"
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.peer = peer
  }

  /// The first value of a header, whatever the case of its name.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.equalsIgnoringCase(name) }?.value
  }

  /// All values of a header, one for each line, in the order sent.
  public func headers(named name: String) -> [String] { headers.values(name) }
}

extension HTTPRequest {
  /// The path and the query as sent.
  public var target: String { path + (query.map { "?" + $0 } ?? "") }
}
