internal import EventLog
internal import Files
internal import Glibc
internal import Synchronization

/// The open logs of a server: one for each thread that reads, so that a long fold keeps nobody else waiting, and one
/// for all that append to a file: appends made at once share a transaction. On a database's server each thread has
/// one of its own to append as well, and the server writes their commits together.
///
/// The log of a file is opened again when another file is at the path, so that nobody reads or appends to one that
/// was replaced.
final class KeptLogs: Sendable {
  private struct Kept {
    let log: any LedgerStore
    /// Nil for a log on a server.
    let file: FileStamp?

    /// Whether it is still the log of its place.
    func isCurrent(_ file: FileStamp?) -> Bool {
      guard let own = self.file else { return true }
      return file.map { own.isSameFile(as: $0) } ?? false
    }
  }

  private struct State {
    /// By thread.
    var readers: [UInt: Kept] = [:]
    /// By thread; of a file, one for all.
    var writers: [UInt: Kept] = [:]
  }

  private let state = Mutex(State())

  /// The calling thread's log to read.
  ///
  /// - Parameters:
  ///   - place: the ledger's; a link to its file is followed.
  ///   - open: opens one where there is none.
  func reader(
    of place: LedgerPlace, open: () throws(LogFailure) -> any LedgerStore
  ) throws(LogFailure) -> any LedgerStore {
    let thread = UInt(pthread_self())
    let file = place.isShared ? nil : try? FileStamp(of: place.files)
    if let kept = state.withLock({ $0.readers[thread] }), kept.isCurrent(file) { return kept.log }
    let log = try open()
    let isKept = place.isShared || file != nil
    state.withLock { $0.readers[thread] = isKept ? Kept(log: log, file: file) : nil }
    return log
  }

  /// The log to append to.
  ///
  /// - Parameters: as those of ``reader(of:open:)``.
  func writer(
    of place: LedgerPlace, open: () throws -> any LedgerStore
  ) throws -> any LedgerStore {
    let thread = place.isShared ? UInt(pthread_self()) : 0
    let file = place.isShared ? nil : try? FileStamp(of: place.files)
    if let kept = state.withLock({ $0.writers[thread] }), kept.isCurrent(file) { return kept.log }
    let log = try open()
    return state.withLock { state in
      // Another thread may have opened one meanwhile: appends share what all use.
      if let other = state.writers[thread], other.isCurrent(file) { return other.log }
      let isKept = place.isShared || file != nil
      state.writers[thread] = isKept ? Kept(log: log, file: file) : nil
      return log
    }
  }
}
