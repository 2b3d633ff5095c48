public import Cryptography
public import Events
internal import Synchronization

/// Limits how fast tokens can be tried: after 10 failures within a minute, an address, or a token, is refused for
/// the rest of that minute.
///
/// ```swift
/// if let seconds = limit.secondsToWait(from: address, presenting: hash) { return .tooMany(seconds) }
/// ```
///
/// For any number of threads. Remembers at most 10,000 addresses and tokens, some 2 MB; the one whose minute
/// began first is forgotten first.
public final class TryLimit: Sendable {
  private let failures: Int
  private let seconds: Int64
  private let keys: Int
  private let now: @Sendable () -> Instant
  private let state = Mutex(State())

  private enum Key: Hashable {
    case address(ClientAddress)
    case token(Digest)
  }

  private struct Window {
    let start: Instant
    var failures: Int
  }

  private struct State {
    var windows: [Key: Window] = [:]
    /// The keys of ``windows``, each once, those whose minute began first before; from ``first`` on.
    var order: [Key] = []
    var first = 0
  }

  /// - Parameters:
  ///   - failures: how many are let happen.
  ///   - seconds: how long they are counted, and so the most that is waited.
  ///   - keys: how many addresses and tokens are remembered.
  ///   - now: the clock; set back, it forgets.
  public init(
    failures: Int = 10, seconds: Int = 60, keys: Int = 10_000,
    now: @escaping @Sendable () -> Instant
  ) {
    self.failures = failures
    self.seconds = Int64(seconds)
    self.keys = keys
    self.now = now
  }

  /// How many seconds must pass before a try; nil if it may be made now.
  ///
  /// - Parameter hash: the hash of the token presented; nil for what is no token.
  public func secondsToWait(
    from address: ClientAddress, presenting hash: Digest?
  ) -> Int? {
    let now = now()
    return state.withLock { state in
      Self.keys(address, hash).compactMap { key in
        guard let window = state.windows[key], window.failures >= failures else { return nil }
        return remaining(of: window, at: now)
      }.max()
    }
  }

  /// Counts a try that failed.
  public func fail(from address: ClientAddress, presenting hash: Digest?) {
    let now = now()
    state.withLock { state in
      forget(&state, at: now)
      for key in Self.keys(address, hash) {
        if state.windows[key] != nil {
          state.windows[key]?.failures += 1
        } else {
          state.windows[key] = Window(start: now, failures: 1)
          state.order.append(key)
        }
      }
      while state.windows.count > keys { Self.dropFirst(&state) }
    }
  }

  /// How many addresses and tokens are remembered now.
  var count: Int { state.withLock { $0.windows.count } }

  private static func keys(_ address: ClientAddress, _ hash: Digest?) -> [Key] {
    [.address(address)] + (hash.map { [.token($0)] } ?? [])
  }

  /// In whole seconds, rounded up; nil if its minute is over, or begins after now.
  private func remaining(of window: Window, at now: Instant) -> Int? {
    let passed = now.microseconds - window.start.microseconds
    let left = seconds * 1_000_000 - passed
    return passed >= 0 && left > 0 ? Int((left + 999_999) / 1_000_000) : nil
  }

  /// Forgets those whose minute is over.
  private func forget(_ state: inout State, at now: Instant) {
    while state.first < state.order.count, let window = state.windows[state.order[state.first]],
      remaining(of: window, at: now) == nil
    {
      Self.dropFirst(&state)
    }
  }

  private static func dropFirst(_ state: inout State) {
    state.windows[state.order[state.first]] = nil
    state.first += 1
    // Half of the array is over: moved once, so that a drop costs little on average.
    if state.first * 2 >= state.order.count {
      state.order.removeFirst(state.first)
      state.first = 0
    }
  }
}
