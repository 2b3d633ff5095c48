internal import CMicrohttpd
internal import Glibc

/// The library's thread, which calls a service for each connection. To be stopped, and only once.
@safe final class Daemon: Sendable {
  private nonisolated(unsafe) let daemon: OpaquePointer
  /// Kept for the callbacks, which have it as a pointer.
  private let service: HTTPService

  init(_ service: HTTPService) throws(HTTPFailure) {
    self.service = service
    let settings = service.settings
    // The library's own limit is not to be met: the keeper takes no more connections than allowed.
    let daemon = unsafe acquis_mhd_start(
      Unmanaged.passUnretained(service).toOpaque(), service.connectionMemory,
      UInt32(clamping: settings.largestConnections + 1_024), Self.isStrict ? 1 : 0,
      targetArrived, leftEscaped, dataArrived, requestCompleted, connectionChanged)
    guard let daemon = unsafe daemon else { throw .notStarted }
    unsafe self.daemon = unsafe daemon
  }

  /// Whether the library itself refuses what ``HeadReader`` refuses. Version 0.9 does not, and where
  /// it refuses a missing host it sends two answers; later versions do.
  static let isStrict = unsafe !String(cString: MHD_get_version()).hasPrefix("0.9.")

  /// Hands over a socket, which the library closes whatever happens.
  func add(_ socket: Int32, _ peer: sockaddr_in6, _ size: socklen_t) {
    var peer = peer
    service.load.change { $0.connections += 1 }
    let isAdded = unsafe withUnsafePointer(to: &peer) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe acquis_mhd_is_yes(MHD_add_connection(daemon, socket, address, size)) != 0
      }
    }
    if !isAdded { service.load.change { $0.connections -= 1 } }
  }

  /// Closes all connections and waits for the thread. No connection may be suspended.
  func stop() { unsafe MHD_stop_daemon(daemon) }
}

private func service(_ pointer: UnsafeMutableRawPointer) -> HTTPService {
  unsafe Unmanaged<HTTPService>.fromOpaque(pointer).takeUnretainedValue()
}

private func client(_ connection: OpaquePointer) -> Client? {
  guard let pointer = unsafe acquis_mhd_context(connection) else { return nil }
  return unsafe Unmanaged<Client>.fromOpaque(pointer).takeUnretainedValue()
}

/// The request line has arrived; its target is as sent.
private func targetArrived(
  _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?,
  _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let context = unsafe context, let connection = unsafe connection,
    let client = unsafe client(connection)
  else { return nil }
  if let target = unsafe target { unsafe service(context).targetArrived(target, client) }
  return nil
}

/// In place of the library's decoding, which would hide `%2F` and `%00`.
private func leftEscaped(
  _: UnsafeMutableRawPointer?, _: OpaquePointer?, _ text: UnsafeMutablePointer<CChar>?
) -> Int {
  guard let text = unsafe text else { return 0 }
  return unsafe Int(strlen(text))
}

/// The head has arrived, or a piece of the body, or all of the request, or a handler's answer is there.
private func dataArrived(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?,
  _ data: UnsafePointer<CChar>?, _ count: UnsafeMutablePointer<Int>?,
  _: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context = unsafe context, let connection = unsafe connection,
    let client = unsafe client(connection), let method = unsafe method,
    let version = unsafe version, let count = unsafe count
  else { return acquis_mhd_result(0) }
  let service = unsafe service(context)
  let goesOn: Bool
  if let data = unsafe data, unsafe count.pointee > 0 {
    goesOn = unsafe service.bodyArrived(
      UnsafeRawBufferPointer(start: data, count: count.pointee), client)
    unsafe count.pointee = 0
  } else {
    goesOn = unsafe service.headOrWholeArrived(connection, client, method, version)
  }
  return acquis_mhd_result(goesOn ? 1 : 0)
}

/// The answer was sent, or never will be.
private func requestCompleted(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _: MHD_RequestTerminationCode
) {
  guard let context = unsafe context, let connection = unsafe connection,
    let client = unsafe client(connection)
  else { return }
  unsafe service(context).completed(client)
}

/// A connection began, or its socket is about to be closed.
private func connectionChanged(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ stored: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ code: MHD_ConnectionNotificationCode
) {
  guard let context = unsafe context, let connection = unsafe connection,
    let stored = unsafe stored
  else { return }
  let service = unsafe service(context)
  if acquis_mhd_has_started(code) != 0 {
    let client = unsafe Client(
      connection, socket: acquis_mhd_socket(connection),
      peer: PeerAddress.text(acquis_mhd_peer(connection)), deadline: service.nextDeadline)
    service.began(client)
    unsafe stored.pointee = unsafe Unmanaged.passRetained(client).toOpaque()
  } else if let pointer = unsafe stored.pointee {
    service.closed(unsafe Unmanaged<Client>.fromOpaque(pointer).takeRetainedValue())
    unsafe stored.pointee = nil
  }
}
