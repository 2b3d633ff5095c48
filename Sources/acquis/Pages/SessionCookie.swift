internal import HTTP

/// The cookie that keeps a session's secret in a browser: no script reads it, no other site sends it.
struct SessionCookie {
  let isSecure: Bool

  /// With TLS the browser binds it to this host and to TLS (`__Host-`).
  private var name: String { isSecure ? "__Host-acquis" : "acquis" }

  /// The secret that a request comes with.
  func value(in request: HTTPRequest) -> String? {
    for line in request.headers(named: "Cookie") {
      for pair in line.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].filter({ $0 != " " }) == name else { continue }
        return String(parts[1])
      }
    }
    return nil
  }

  /// Keeps a secret for so many seconds; 0 forgets it.
  func header(_ secret: String, seconds: Int) -> HTTPHeader {
    HTTPHeader(
      "Set-Cookie",
      "\(name)=\(secret); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict"
        + (isSecure ? "; Secure" : ""))
  }
}
