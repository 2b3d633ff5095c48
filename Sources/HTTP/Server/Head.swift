/// A request's head, and how its body is framed.
struct Head {
  /// Without its body.
  let request: HTTPRequest
  /// Of the body in bytes, if it is said; 0 for chunks.
  let length: Int
  let isChunked: Bool

  var hasBody: Bool { isChunked || length > 0 }

  /// - Throws: what is refused because two readers could understand it differently (RFC 9112, 3.2
  ///   and 6).
  init(_ request: HTTPRequest, isVersion11: Bool) throws(HTTPRefusal) {
    let hosts = request.headers(named: "host")
    guard hosts.count <= 1, !isVersion11 || hosts.count == 1 else { throw .malformed }
    let lengths = request.headers(named: "content-length")
    let codings = request.headers(named: "transfer-encoding")
    // Not even twice the same length, nor two codings: nobody needs them.
    guard lengths.count + codings.count <= 1 else { throw .malformed }
    if let coding = codings.first {
      guard isVersion11 else { throw .malformed }
      guard coding.equalsIgnoringCase("chunked") else { throw .unknownTransferCoding }
    }
    if let length = lengths.first {
      guard !length.isEmpty, length.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw .malformed
      }
      self.length = Int(length) ?? .max
    } else {
      length = 0
    }
    isChunked = !codings.isEmpty
    self.request = request
  }
}
