/// An answer. `Date`, `Content-Length` and, where it is due, `Connection` are added when it is sent.
///
/// A programming error is answered by 500 (``HTTPRefusal/unusableResponse``) and not sent: a status
/// outside of 200–599; a header whose name is not a token, or whose value is empty or contains a
/// control character such as CR or LF; `Content-Length`, `Transfer-Encoding`, or a `Connection`
/// other than `close`.
public struct HTTPResponse: Hashable, Sendable {
  public var status: Int
  /// Sent in this order.
  public var headers: [HTTPHeader]
  /// Not sent to HEAD, nor with 204 and 304.
  public var body: [UInt8]

  public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public init(status: Int, headers: [HTTPHeader] = [], text: String) {
    self.init(status: status, headers: headers, body: Array(text.utf8))
  }

  var isUsable: Bool { (200...599).contains(status) && headers.allSatisfy(\.isUsable) }
}

extension HTTPHeader {
  /// Whether a program may send it.
  var isUsable: Bool {
    guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else { return false }
    guard !value.isEmpty, value.utf8.allSatisfy(\.isFieldByte) else { return false }
    if name.equalsIgnoringCase("connection") { return value.equalsIgnoringCase("close") }
    return !["content-length", "transfer-encoding"].contains(where: name.equalsIgnoringCase)
  }
}
