/// An HTTP/1.1 server by GNU libmicrohttpd. Without TLS: that is a proxy's in front of it.
///
/// ```swift
/// let server = try HTTPServer(
///   settings, admit: { _ in nil },
///   handle: { request in HTTPResponse(status: 200, text: request.path) },
///   refused: { refusal, _ in HTTPResponse(status: refusal.status) })
/// server.stop(within: .seconds(10))
/// ```
///
/// Threads: one that reads and writes all sockets, one that accepts and watches the deadlines, and
/// ``Settings/workers`` that run the handler. A handler may take its time: it occupies one worker.
///
/// Memory: a connection costs about twice ``Settings/largestHead``, and its request's body.
///
/// What the library refuses by itself is answered by a short page of its own, or not at all, and
/// reaches none of the closures: a request line that is not `METHOD TARGET HTTP/1.x`, a header
/// without a colon, a `Content-Length` that is no number, chunks that are none, and a head that is
/// longer than the memory of a connection or has some hundreds of headers. The connection is closed
/// then. (Where a `Content-Length` is no number, version 0.9 sends the head of its page twice.)
///
/// A client that has sent a part of a request and gone is noticed at the deadline only.
///
/// Against smuggling: two lengths or hosts, a length beside chunks, folded headers, blanks before a
/// colon and bare LF in the head are refused; after a chunked request, and after every refusal that
/// leaves a part of a request unread, the connection is closed.
public final class HTTPServer: Sendable {
  /// The port that it listens on.
  public let port: UInt16

  private let service: HTTPService
  private let daemon: Daemon
  private let keeper: Keeper
  /// Whether it was stopped; held while it is being stopped.
  private let isStopped = Lock(false)

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - admit: called for every request once its head has arrived, with an empty body. An answer is
  ///     sent instead of the handler's; if the request has a body, it is not read and the connection
  ///     is closed. Called on the thread of all sockets: must return at once.
  ///   - handle: answers a request; called on several threads at once.
  ///   - refused: gives headers and body where the server itself refuses; the status is always
  ///     ``HTTPRefusal/status``. The request is nil if its head was not read. Must return at once.
  /// - Throws: ``HTTPFailure``.
  public init(
    _ settings: Settings,
    admit: @escaping @Sendable (HTTPRequest) -> HTTPResponse?,
    handle: @escaping @Sendable (HTTPRequest) -> HTTPResponse,
    refused: @escaping @Sendable (HTTPRefusal, HTTPRequest?) -> HTTPResponse
  ) throws(HTTPFailure) {
    let listener = try Listener(address: settings.address, port: settings.port)
    port = listener.port
    let service = try HTTPService(settings, admit: admit, handle: handle, refused: refused)
    self.service = service
    do throws(HTTPFailure) {
      daemon = try Daemon(service)
    } catch {
      service.workers.end()
      throw error
    }
    do throws(HTTPFailure) {
      keeper = try Keeper(listener, daemon, service)
    } catch {
      daemon.stop()
      service.workers.end()
      throw error
    }
  }

  deinit { stop(within: .zero) }

  /// Stops: takes no new connection, waits until the requests that are being handled are answered, and
  /// closes everything. A request that arrives meanwhile is answered by 503.
  ///
  /// Where it takes longer, what is not answered is cut off; a handler that still runs is not
  /// interrupted, and its answer is discarded. Does nothing the second time. Not to be called by a
  /// handler, for whose answer it would wait.
  public func stop(within duration: Duration = .seconds(10)) {
    isStopped.withLock { isStopped in
      guard !isStopped else { return }
      isStopped = true
      let limit = Monotonic.now + duration.nanoseconds
      service.load.change { $0.isStopping = true }
      keeper.stopListening()
      service.load.wait(until: limit) { $0.busy == 0 }
      keeper.end()
      service.closeAll()
      daemon.stop()
      service.workers.end()
      service.workers.waitForEnd(until: limit)
    }
  }
}
