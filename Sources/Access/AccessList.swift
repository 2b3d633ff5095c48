public import Cryptography
public import Events
internal import Files
internal import Synchronization

/// Who may use a ledger, for a server: a change of the file counts at the next request.
///
/// For any number of threads. The file is read again when its stamp (``FileStamp``) changed: a question costs one
/// system call. While the file cannot be read, belongs to another user, is open to others or has a line that is
/// not one, nobody is let in: half of a list would let in who was revoked by the other half.
public final class AccessList: Sendable {
  private let file: AccessFile
  private let report: @Sendable (AccessFailure) -> Void
  private let state = Mutex(State())

  private struct State {
    var grants = AccessGrants()
    /// Of the file that ``grants`` are of; nil before the first reading and where there was no file.
    var stamp: FileStamp?
    /// Why nobody is let in; nil while the file is good.
    var failure: AccessFailure?
  }

  /// What is answered to who presents a token.
  public enum Answer: Hashable, Sendable {
    case found(AccessGrant)
    /// Its last day is over.
    case expired(AccessGrant)
    /// No grant has it, or none that is not revoked.
    case unknown
    /// The file cannot be used: nobody is let in.
    case unavailable
  }

  /// - Parameter report: called with why nobody is let in, once until the file is good again, by the thread that
  ///   finds it.
  public init(
    of file: AccessFile, report: @escaping @Sendable (AccessFailure) -> Void = { _ in }
  ) {
    self.file = file
    self.report = report
  }

  /// The grant of a token, by the file as it is now.
  ///
  /// - Parameter day: in Paris.
  public func grant(of token: Token, on day: CalendarDate) -> Answer {
    guard let hash = try? token.hash() else { return .unavailable }
    return grant(ofHash: hash, on: day)
  }

  /// The grant of the token with this hash, which was presented before.
  ///
  /// - Parameter day: in Paris.
  public func grant(ofHash hash: Digest, on day: CalendarDate) -> Answer {
    let (answer, failure) = state.withLock { state in
      let before = state.failure
      refresh(&state)
      guard state.failure == nil else {
        return (Answer.unavailable, before == state.failure ? nil : state.failure)
      }
      let answer: Answer =
        switch state.grants.grant(of: hash, on: day) {
        case .found(let grant): .found(grant)
        case .expired(let grant): .expired(grant)
        case .unknown: .unknown
        }
      return (answer, nil)
    }
    if let failure { report(failure) }
    return answer
  }

  /// Reads the file again if it is not the one that was read last.
  private func refresh(_ state: inout State) {
    do throws(AccessFailure) {
      let stamp = try file.stamp()
      // A file that failed is read again each time: its folder may be what changed.
      if state.failure == nil, let stamp, stamp == state.stamp { return }
      let read = try file.stamped()
      state.grants = read?.grants ?? AccessGrants()
      state.stamp = read?.stamp
      state.failure = nil
    } catch {
      state.grants = AccessGrants()
      state.stamp = nil
      state.failure = error
    }
  }
}
