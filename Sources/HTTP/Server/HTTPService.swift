internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// What a server does for its connections: the clients that there are, and the program's closures.
///
/// Locks are taken in this order: the table of clients, one client, the library's own.
final class HTTPService: Sendable {
  struct Load {
    /// Connections that were given to the library and that it has not closed.
    var connections = 0
    /// Requests that are being handled or answered.
    var busy = 0
    /// Whether no other request is to be handled.
    var isStopping = false
  }

  let settings: HTTPServer.Settings
  let admit: @Sendable (HTTPRequest) -> HTTPResponse?
  let handle: @Sendable (HTTPRequest) -> HTTPResponse
  let refused: @Sendable (HTTPRefusal, HTTPRequest?) -> HTTPResponse
  let workers: Workers
  let load = Monitor(Load())
  /// Bytes of the bodies that have arrived and whose requests are not answered.
  let held = Atomic(0)
  let clients = Lock<[ObjectIdentifier: Client]>([:])
  /// Wakes the keeper.
  let bell: Bell
  /// Sockets for the keeper to read until the client has heard its answer; nil once it has ended.
  let lingering = Lock<[Int32]?>([])

  init(
    _ settings: HTTPServer.Settings,
    admit: @escaping @Sendable (HTTPRequest) -> HTTPResponse?,
    handle: @escaping @Sendable (HTTPRequest) -> HTTPResponse,
    refused: @escaping @Sendable (HTTPRefusal, HTTPRequest?) -> HTTPResponse
  ) throws(HTTPFailure) {
    self.settings = settings
    self.admit = admit
    self.handle = handle
    self.refused = refused
    bell = try Bell()
    workers = try Workers(threads: settings.workers, bound: settings.largestQueue)
  }

  /// The library's memory for a connection, in bytes: the head and what is noted for each header, then
  /// the answer's head. Half of it is the first buffer for reading.
  var connectionMemory: Int { max(2 * settings.largestHead, 4 * 1024) }

  var nextDeadline: Int64 { Monotonic.now + settings.deadline.nanoseconds }

  var isFull: Bool { load.change { $0.connections >= settings.largestConnections } }

  func began(_ client: Client) {
    clients.withLock { $0[ObjectIdentifier(client)] = client }
    if load.change({ $0.isStopping }) { client.state.withLock { $0.shutDown() } }
  }

  /// The library is about to close the socket.
  func closed(_ client: Client) {
    let isLingering = client.state.withLock { state in
      release(&state)
      state.stage = .over
      return state.lingers ? state.socket : nil
    }
    if let socket = isLingering { linger(socket) }
    clients.withLock { $0[ObjectIdentifier(client)] = nil }
    let wasFull = load.change { load in
      load.connections -= 1
      return load.connections == settings.largestConnections - 1
    }
    if wasFull { bell.ring() }
  }

  /// The answer was sent, or never will be; the next request may come.
  func completed(_ client: Client) {
    client.state.withLock { state in
      release(&state)
      state.target = nil
      state.request = nil
      state.answer = nil
      state.closes = false
      guard state.stage != .over else { return }
      state.stage = .awaiting
      state.deadline = nextDeadline
    }
  }

  /// A request counts no more, nor does its body.
  private func release(_ state: inout Client.State) {
    held.subtract(state.held, ordering: .relaxed)
    state.held = 0
    state.body = []
    guard state.isBusy else { return }
    state.isBusy = false
    load.change { $0.busy -= 1 }
  }

  /// Closes all connections, and waits until the library has done so: some seconds at most.
  ///
  /// To be done before the library is stopped, which connections that are suspended do not survive;
  /// and version 0.9 crashes where it refuses a request by itself while it is being stopped.
  func closeAll() {
    for client in clients.withLock({ Array($0.values) }) {
      client.state.withLock { state in
        guard state.stage != .over else { return }
        let isSuspended = state.stage == .handling
        state.shutDown()
        if isSuspended { unsafe MHD_resume_connection(client.connection) }
      }
    }
    load.wait(until: Monotonic.now + 5_000_000_000) { $0.connections == 0 }
  }

  /// Shuts down the connections whose deadline has passed.
  ///
  /// - Returns: the next deadline; `Int64.max` if there is none. Cost: every client is looked at.
  func closeOverdue(_ now: Int64) -> Int64 {
    var next = Int64.max
    let overdue = clients.withLock { clients in
      clients.values.filter { client in
        guard let deadline = client.state.withLock({ $0.ownDeadline }) else { return false }
        if deadline > now { next = min(next, deadline) }
        return deadline <= now
      }
    }
    for client in overdue {
      let (hasBegun, request) = client.state.withLock { state in
        (state.stage == .awaiting && state.target != nil, state.request)
      }
      // An answer is due to who had begun to ask; nothing to who was idle.
      let answer = hasBegun ? RawAnswer.bytes(refusal(.tooSlow, request), for: request) : nil
      client.state.withLock { state in
        guard let deadline = state.ownDeadline, deadline <= now else { return }
        if let answer, state.stage == .awaiting { state.send(answer) }
        state.shutDown()
      }
    }
    return next
  }

  /// Keeps a socket open after the library has closed it, so that an answer to a request that was not
  /// read whole is not lost: data that arrives at a closed socket makes the system reset the
  /// connection, and the client may then not read what it was sent.
  private func linger(_ socket: Int32) {
    let copy = fcntl(socket, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return }
    let isTaken = lingering.withLock { sockets in
      guard let count = sockets?.count, count < Keeper.largestLingering else { return false }
      sockets?.append(copy)
      return true
    }
    if isTaken { bell.ring() } else { close(copy) }
  }
}

extension Client.State {
  /// The deadline, if it counts in this stage.
  fileprivate var ownDeadline: Int64? {
    switch stage {
    case .awaiting, .answering: deadline
    case .handling, .answered, .over: nil
    }
  }
}
