internal import Glibc

/// A connection, from its start until the library closes its socket.
@safe final class Client: Sendable {
  /// What is going on.
  enum Stage {
    /// A request is expected, or has arrived in part.
    case awaiting
    /// A worker runs the handler, and the library has suspended the connection.
    case handling
    /// The handler's answer is there, and the library is about to call for it.
    case answered
    /// An answer is being sent.
    case answering
    /// Shut down by us or closed by the library: the socket is not to be used.
    case over
  }

  /// A request's target, and where the library has it.
  struct Target {
    let text: [UInt8]
    let place: UInt
  }

  struct State {
    var stage = Stage.awaiting
    let socket: Int32
    /// A time of ``Monotonic`` at which the socket is shut down; not in ``Stage/handling``.
    var deadline: Int64
    var target: Target?
    /// Nil until its head has been read.
    var request: HTTPRequest?
    /// What has arrived of the body.
    var body: [UInt8] = []
    /// How much of the body counts among the service's ``HTTPService/Load/held``.
    var held = 0
    var answer: HTTPResponse?
    /// Whether it counts among ``HTTPService/Load/busy``.
    var isBusy = false
    /// Whether what follows the request must not be read.
    var closes = false
    /// Whether the client may still be sending what nobody will read.
    var lingers = false
  }

  /// The library's connection; not to be used once the stage is ``Stage/over``.
  nonisolated(unsafe) let connection: OpaquePointer
  let peer: String
  let state: Lock<State>

  init(_ connection: OpaquePointer, socket: Int32, peer: String, deadline: Int64) {
    self.peer = peer
    unsafe self.connection = unsafe connection
    state = Lock(State(socket: socket, deadline: deadline))
  }
}

extension Client.State {
  /// Sends bytes past the library, as far as the system takes them at once. Only where the library
  /// has nothing to send, and then the connection is to be closed.
  func send(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.send(
        socket, buffer.baseAddress, buffer.count,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
  }

  /// Ends the connection from outside of the library's thread, which then closes it.
  mutating func shutDown() {
    shutdown(socket, Int32(SHUT_RDWR))
    stage = .over
  }
}
