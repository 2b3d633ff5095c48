internal import Glibc

/// The thread that accepts connections, watches the deadlines, and reads the sockets that linger.
final class Keeper: Sendable {
  /// Sockets that may linger at once; more are closed at once.
  static let largestLingering = 256
  /// How long a socket lingers, in nanoseconds, and how much is read of it, in bytes.
  private static let longestLingering: Int64 = 2_000_000_000
  private static let mostDiscarded = 64 * 1024 * 1024

  private struct State {
    /// Until the thread takes it, so that nobody else keeps it open.
    var listener: Listener?
    var listens = true
    var isListening = true
    var ends = false
    var hasEnded = false
  }

  private let state: Monitor<State>
  private let bell: Bell

  init(_ listener: Listener, _ daemon: Daemon, _ service: HTTPService) throws(HTTPFailure) {
    let state = Monitor(State(listener: listener))
    self.state = state
    bell = service.bell
    try DetachedThread.start { Loop(daemon, service, state).run() }
  }

  /// Closes the socket that listens, and waits until it is.
  func stopListening() {
    state.change { $0.listens = false }
    bell.ring()
    state.wait { !$0.isListening }
  }

  /// Ends the thread, and waits until it has ended.
  func end() {
    state.change { $0.ends = true }
    bell.ring()
    state.wait { $0.hasEnded }
  }

  /// What the thread has.
  private struct Loop {
    struct Lingering {
      let socket: Int32
      let until: Int64
      var discarded = 0
    }

    private var listener: Listener?
    private let daemon: Daemon
    private let service: HTTPService
    private let state: Monitor<State>
    private var lingering: [Lingering] = []
    /// When the clients are looked at next.
    private var nextLook: Int64
    /// Until when no connection is accepted, where the system has no more files.
    private var pausedUntil: Int64 = 0
    private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

    init(_ daemon: Daemon, _ service: HTTPService, _ state: Monitor<State>) {
      listener = state.change { $0.listener.take() }
      self.daemon = daemon
      self.service = service
      self.state = state
      nextLook = service.nextDeadline
    }

    consuming func run() {
      while true {
        service.bell.clear()
        let (listens, ends) = state.change { ($0.listens, $0.ends) }
        if !listens, listener != nil {
          listener = nil
          state.change { $0.isListening = false }
        }
        if ends { break }
        takeLingering()
        wait()
      }
      listener = nil
      let rest = service.lingering.withLock { $0.take() } ?? []
      for socket in rest + lingering.map(\.socket) { close(socket) }
      state.change {
        $0.isListening = false
        $0.hasEnded = true
      }
    }

    private mutating func takeLingering() {
      let new = service.lingering.withLock { sockets in
        let new = sockets ?? []
        if sockets != nil { sockets = [] }
        return new
      }
      let now = Monotonic.now
      for socket in new {
        guard lingering.count < largestLingering else {
          close(socket)
          continue
        }
        shutdown(socket, Int32(SHUT_WR))
        lingering.append(Lingering(socket: socket, until: now + longestLingering))
      }
    }

    private mutating func wait() {
      var now = Monotonic.now
      if now >= nextLook {
        let next = service.closeOverdue(now)
        // A deadline set from now on is later than now by `deadline` at least; and many that follow
        // each other closely are looked at together.
        let length = service.settings.deadline.nanoseconds
        nextLook = min(max(next, now + length / 16), now + max(length, 1_000_000))
      }
      let accepts = listener != nil && now >= pausedUntil && !service.isFull
      var waited = [pollfd(fd: service.bell.number, events: Int16(POLLIN), revents: 0)]
      // A negative number is passed over.
      waited.append(
        pollfd(fd: accepts ? listener?.number ?? -1 : -1, events: Int16(POLLIN), revents: 0))
      waited += lingering.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
      var until = lingering.reduce(nextLook) { min($0, $1.until) }
      if pausedUntil > now { until = min(until, pausedUntil) }
      // Rounded up, so that nothing is looked at before its time.
      let milliseconds = (max(0, until - now) + 999_999) / 1_000_000
      guard unsafe poll(&waited, nfds_t(waited.count), Int32(clamping: milliseconds)) >= 0 else {
        return
      }
      now = Monotonic.now
      if waited[1].revents != 0 { accept(now) }
      discard(waited.dropFirst(2).map { $0.revents != 0 }, now)
    }

    private mutating func accept(_ now: Int64) {
      // So that deadlines are looked at in between.
      for _ in 0..<64 where !service.isFull {
        do throws(HTTPFailure) {
          guard let (socket, peer, size) = try listener?.accept() else { return }
          daemon.add(socket, peer, size)
        } catch {
          pausedUntil = now + 50_000_000
          return
        }
      }
    }

    /// Reads and discards what there is; closes what has ended or has lingered long enough.
    private mutating func discard(_ isReadable: [Bool], _ now: Int64) {
      var kept: [Lingering] = []
      for (index, one) in lingering.enumerated() {
        var one = one
        var isOver = now >= one.until
        if isReadable[index] {
          let count = unsafe recv(one.socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
          one.discarded += max(0, count)
          isOver =
            isOver || count == 0 || one.discarded > mostDiscarded
            || (count < 0 && errno != EAGAIN && errno != EINTR)
        }
        if isOver { close(one.socket) } else { kept.append(one) }
      }
      lingering = kept
    }
  }
}
