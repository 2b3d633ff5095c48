internal import EventLog
internal import Files
internal import Glibc
internal import Synchronization

/// The open logs of a server: one for each thread that reads, so that a long fold keeps nobody else waiting,
/// and one for all that append: appends made at once share a transaction.
///
/// A log is opened again when another file is at the path, so that nobody reads or appends to one that was
/// replaced.
final class KeptLogs: Sendable {
  private struct Kept {
    let log: any LedgerStore
    let file: FileStamp
  }

  private struct State {
    /// By thread.
    var readers: [UInt: Kept] = [:]
    var writer: Kept?
  }

  private let state = Mutex(State())

  /// The calling thread's log to read.
  ///
  /// - Parameters:
  ///   - path: the ledger's file; links are followed.
  ///   - open: opens one where there is none.
  func reader(
    of path: String, open: () throws(LogFailure) -> any LedgerStore
  ) throws(LogFailure) -> any LedgerStore {
    let thread = UInt(pthread_self())
    let file = try? FileStamp(of: path)
    let kept = state.withLock { $0.readers[thread] }
    if let kept, let file, kept.file.isSameFile(as: file) { return kept.log }
    let log = try open()
    state.withLock { state in
      state.readers[thread] = file.map { Kept(log: log, file: $0) }
    }
    return log
  }

  /// The log to append to.
  ///
  /// - Parameters: as those of ``reader(of:open:)``.
  func writer(of path: String, open: () throws -> any LedgerStore) throws -> any LedgerStore {
    let file = try? FileStamp(of: path)
    let kept = state.withLock { $0.writer }
    if let kept, let file, kept.file.isSameFile(as: file) { return kept.log }
    let log = try open()
    return state.withLock { state in
      // Another thread may have opened one meanwhile: appends share what all use.
      if let other = state.writer, let file, other.file.isSameFile(as: file) { return other.log }
      state.writer = file.map { Kept(log: log, file: $0) }
      return log
    }
  }
}
