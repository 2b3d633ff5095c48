internal import AcquisLedger
internal import Events
internal import Glibc
internal import HTTP

/// Writes a line of JSON on standard error for each request: no name, no query, no token, no id in an address.
struct RequestLog: Sendable {
  /// Writes the line, and counts the request.
  ///
  /// - Parameters:
  ///   - request: nil where none could be read.
  ///   - words: what was left out of the answer.
  func note(
    _ outcome: API.Outcome, of request: HTTPRequest?, since start: ContinuousClock.Instant,
    leavingOut words: [String] = [], _ metrics: Metrics
  ) {
    let duration = start.duration(to: .now)
    let method = request.map(\.method).flatMap { Self.methods.contains($0) ? $0 : nil } ?? "other"
    metrics.count(outcome, method: method, duration: duration)
    let (seconds, attoseconds) = duration.components
    let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    var members = [
      JSONMember("at", .string("\(LedgerClock.system().now())")),
      JSONMember("method", .string(method)),
      JSONMember("route", outcome.route.map { .string($0) } ?? .null),
      JSONMember("status", .integer(outcome.response.status)),
      JSONMember("microseconds", .integer(microseconds)),
      JSONMember("bytes", .integer(outcome.response.body.count)),
      JSONMember("who", outcome.who.map { .string($0.text) } ?? .null),
    ]
    if !words.isEmpty {
      // The line stays short enough for one write.
      let reason = String(words.joined(separator: "; ").prefix(500))
      members.append(JSONMember("reason", .string(reason)))
    }
    let line: JSONValue = .object(members)
    // One write for a line: lines of several threads do not mix. Where nobody reads them, they are left out
    // rather than waited for: a pipe that is ready takes 4,096 bytes.
    var place = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard unsafe poll(&place, 1, 0) == 1 else { return }
    let bytes = Array((line.description + "\n").utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static let methods: Set<String> = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS",
  ]
}
