@testable import HTTP

/// A server on a free port that answers with what it was asked, and notes what it handled.
final class TestServer: Sendable {
  let server: HTTPServer
  private let notes: Notes

  /// What the closures share.
  final class Notes: Sendable {
    let handled = Lock<[HTTPRequest]>([])
    let admitted = Lock<[HTTPRequest]>([])
    let refused = Lock<[(HTTPRefusal, HTTPRequest?)]>([])
    /// Requests for `/wait` that are being handled, and whether they may go on.
    let waiting = Monitor((count: 0, mayGoOn: false))
  }

  var port: UInt16 { server.port }
  var handled: [HTTPRequest] { notes.handled.withLock { $0 } }
  var admitted: [HTTPRequest] { notes.admitted.withLock { $0 } }
  var refusals: [HTTPRefusal] { notes.refused.withLock { $0.map(\.0) } }
  var refusedRequests: [HTTPRequest?] { notes.refused.withLock { $0.map(\.1) } }

  init(
    _ change: (inout HTTPServer.Settings) -> Void = { _ in },
    admit: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil },
    handle: @escaping @Sendable (HTTPRequest) -> HTTPResponse = TestServer.echo
  ) throws {
    var settings = HTTPServer.Settings()
    settings.deadline = .seconds(20)
    settings.workers = 4
    change(&settings)
    let notes = Notes()
    self.notes = notes
    server = try HTTPServer(
      settings,
      admit: { request in
        notes.admitted.withLock { $0.append(request) }
        return admit(request)
      },
      handle: { request in
        notes.handled.withLock { $0.append(request) }
        if request.path == "/wait" {
          notes.waiting.change { $0.count += 1 }
          notes.waiting.wait(until: Monotonic.now + 15_000_000_000) { $0.mayGoOn }
        }
        return handle(request)
      },
      refused: { refusal, request in
        notes.refused.withLock { $0.append((refusal, request)) }
        return HTTPResponse(
          status: 200, headers: [HTTPHeader("X-Refusal", "\(refusal)")], text: "refused")
      })
  }

  deinit { letGo() }

  static let echo: @Sendable (HTTPRequest) -> HTTPResponse = { request in
    HTTPResponse(
      status: 200, headers: [HTTPHeader("X-Method", request.method)],
      text:
        "\(request.path) \(request.query ?? "-") \(String(decoding: request.body, as: UTF8.self))")
  }

  /// Waits until so many requests for `/wait` are being handled.
  func waitUntilWaiting(_ count: Int) {
    notes.waiting.wait(until: Monotonic.now + 10_000_000_000) { $0.count >= count }
  }

  /// Lets the requests for `/wait` be answered.
  func letGo() { notes.waiting.change { $0.mayGoOn = true } }

  /// A client of it, which also keeps it running.
  func wire(receiveBuffer: Int32? = nil, overSix: Bool = false) throws -> Wire {
    try Wire(port, of: self, receiveBuffer: receiveBuffer, overSix: overSix)
  }
}
