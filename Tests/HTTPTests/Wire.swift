import Glibc

/// A client that sends bytes as a test has them, and reads answers. Nothing waits for more than ten seconds.
final class Wire {
  enum Failure: Error {
    case system(code: Int32)
    /// Nothing came in time.
    case nothing
    /// The connection was closed before the answer was whole.
    case closed
    case noAnswer(String)
  }

  struct Answer: Equatable {
    var status: Int
    var headers: [String]
    var body: String

    /// The first value of a header; nil without it.
    subscript(name: String) -> String? {
      headers.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
        .map { String($0.dropFirst(name.count + 2)) }
    }
  }

  let socket: Int32
  /// Kept for as long as the client is there.
  private let server: (any Sendable)?
  /// What was received and not yet read.
  private var received: [UInt8] = []

  init(
    _ port: UInt16, of server: (any Sendable)? = nil, receiveBuffer: Int32? = nil,
    overSix six: Bool = false
  ) throws {
    self.server = server
    socket = Glibc.socket(six ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw Failure.system(code: errno) }
    if var size = receiveBuffer {
      setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var six6 = sockaddr_in6()
    six6.sin6_family = sa_family_t(AF_INET6)
    six6.sin6_port = port.bigEndian
    inet_pton(AF_INET6, "::1", &six6.sin6_addr)
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &four.sin_addr)
    func connected<Address>(_ address: inout Address) -> Int32 {
      withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<Address>.size))
        }
      }
    }
    // Everything is initialised: where this throws, the socket is closed by `deinit`.
    guard (six ? connected(&six6) : connected(&four)) == 0 else {
      throw Failure.system(code: errno)
    }
  }

  deinit { close(socket) }

  /// Sends all bytes, which waits until the other end takes them.
  ///
  /// - Returns: whether the connection was still there.
  @discardableResult
  func send(_ bytes: some Sequence<UInt8>) -> Bool {
    let bytes = Array(bytes)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          socket, $0.baseAddress?.advanced(by: done), bytes.count - done, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(text.utf8) }

  /// A request with a host, and a body if there is one.
  @discardableResult
  func ask(_ method: String, _ path: String, _ headers: String = "", body: String = "")
    -> Bool
  {
    let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
    return send("\(method) \(path) HTTP/1.1\r\nHost: test\r\n\(length)\(headers)\r\n\(body)")
  }

  @discardableResult
  func get(_ path: String, _ headers: String = "") -> Bool { ask("GET", path, headers) }

  /// Whether there is something to read, or the connection is closed.
  func isReadable(within milliseconds: Int32) -> Bool {
    var waited = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&waited, 1, milliseconds) > 0
  }

  /// Waits for more.
  ///
  /// - Returns: false at the end of the connection.
  private func receive() throws -> Bool {
    guard isReadable(within: 10_000) else { throw Failure.nothing }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    received += buffer.prefix(count)
    return true
  }

  /// Waits for an answer.
  ///
  /// - Parameter toHead: if no body follows, whatever its length is said to be.
  func answer(toHead: Bool = false) throws -> Answer {
    var end: Int?
    while end == nil {
      end = received.indices.dropLast(3).first {
        received[$0...].starts(with: [13, 10, 13, 10])
      }
      if end == nil, try !receive() { throw Failure.closed }
    }
    guard let end else { throw Failure.closed }
    let lines = String(decoding: received[..<end], as: UTF8.self).components
    received.removeFirst(end + 4)
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
      throw Failure.noAnswer(lines[0])
    }
    var answer = Answer(status: status, headers: Array(lines.dropFirst()), body: "")
    let length = toHead ? 0 : answer["Content-Length"].flatMap { Int($0) } ?? 0
    while received.count < length { guard try receive() else { throw Failure.closed } }
    answer.body = String(decoding: received.prefix(length), as: UTF8.self)
    received.removeFirst(length)
    return answer
  }

  /// Waits for the end of the connection.
  ///
  /// - Returns: what came before it and was not read.
  func rest() throws -> String {
    while try receive() {}
    return String(decoding: received, as: UTF8.self)
  }
}

extension String {
  /// The lines between CR and LF.
  fileprivate var components: [String] {
    var lines: [[UInt8]] = [[]]
    for byte in utf8 {
      switch byte {
      case 13: continue
      case 10: lines.append([])
      default: lines[lines.count - 1].append(byte)
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}
