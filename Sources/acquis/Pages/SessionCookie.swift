internal import HTTP

/// The cookie that keeps a session's secret in a browser: no script reads it, no other site sends it.
struct SessionCookie {
  let isSecure: Bool

  /// With TLS the browser binds it to this host and to TLS (`__Host-`).
  private var name: String { isSecure ? "__Host-acquis" : "acquis" }

  /// The secrets that a request comes with: a browser may send several of one name.
  func values(in request: HTTPRequest) -> [String] { Self.values(of: name, in: request) }

  /// The values of a cookie.
  static func values(of name: String, in request: HTTPRequest) -> [String] {
    request.headers(named: "Cookie").flatMap { $0.split(separator: ";") }
      .compactMap { pair -> String? in
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].filter({ $0 != " " }) == name else { return nil }
        return String(parts[1])
      }
  }

  /// Keeps a secret for so many seconds; 0 forgets it.
  func header(_ secret: String, seconds: Int) -> HTTPHeader {
    HTTPHeader(
      "Set-Cookie",
      "\(name)=\(secret); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict"
        + (isSecure ? "; Secure" : ""))
  }
}
