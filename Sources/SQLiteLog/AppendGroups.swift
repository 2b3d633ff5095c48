internal import EventLog
internal import Events
internal import Synchronization

/// An append of one caller.
struct AppendBatch: Sendable {
  /// The receipt, or why nothing of the batch was added.
  typealias Outcome = Result<AppendReceipt, LogFailure>

  let events: [EncodedEvent]
  let condition: AppendCondition?

  /// Takes all batches of a group; each fails.
  static func all(from next: () -> [AppendBatch], failedBy failure: LogFailure) -> [Outcome] {
    var outcomes: [Outcome] = []
    while case let more = next(), !more.isEmpty {
      outcomes += more.map { _ in .failure(failure) }
    }
    return outcomes
  }
}

/// Groups the appends of threads that find the log locked, so that each group is one transaction
/// and one sync of the disk.
///
/// The first of these threads opens a group and leads it: it waits for the log, then writes its own
/// batch and those of all who join until it commits. The others, its members, sleep until the
/// leader has their outcomes. While one group is committed, the next one forms.
///
/// No thread of its own, no signal: the leader waits in the queue of the log's lock, like whoever
/// reads, and its members wait for the lock of the group, which the leader holds meanwhile.
///
/// On a disk that commits in 0.2 ms, 16 threads append four times as much as one alone; they took
/// turns at 0.8 times of it before.
final class AppendGroups: Sendable {
  /// The group that can still be joined.
  private let open = Mutex<OpenGroup?>(nil)

  private struct OpenGroup: Sendable {
    let outcomes: Outcomes
    /// Those who joined and whom the leader has not taken yet.
    var waiting: [AppendBatch]
    var size: Int
  }

  /// A group's outcomes, by order of joining; locked by its leader until it has them all.
  private final class Outcomes: Sendable {
    let all = Mutex<[AppendBatch.Outcome]>([])
  }

  /// Appends a batch in a group.
  ///
  /// - Parameter write: called if this thread leads. Waits for the log, then takes batches from its
  ///   closure until that returns none, which closes the group; returns an outcome for each batch,
  ///   in the order taken.
  func append(
    _ batch: AppendBatch, writing write: (@Sendable () -> [AppendBatch]) -> [AppendBatch.Outcome]
  ) throws(LogFailure) -> AppendReceipt {
    // Locked before others can know of it: who joins must find it locked.
    let own = Outcomes()
    let place = own.all.withLock { (outcomes) -> (group: Outcomes, index: Int) in
      let joined = join(batch, orOpen: own)
      if joined.group === own { outcomes = write { self.takeWaiting(for: own) } }
      return joined
    }
    return try place.group.all.withLock { $0[place.index] }.get()
  }

  private func join(
    _ batch: AppendBatch, orOpen own: Outcomes
  ) -> (group: Outcomes, index: Int) {
    open.withLock { open in
      guard let group = open else {
        open = OpenGroup(outcomes: own, waiting: [batch], size: 1)
        return (own, 0)
      }
      open?.waiting.append(batch)
      open?.size += 1
      return (group.outcomes, group.size)
    }
  }

  /// The batches that joined a group since the last call; closes the group if there are none. Of a
  /// group that is closed, none: another may be open by then.
  private func takeWaiting(for group: Outcomes) -> [AppendBatch] {
    open.withLock { open in
      guard let current = open, current.outcomes === group else { return [] }
      if current.waiting.isEmpty { open = nil } else { open?.waiting = [] }
      return current.waiting
    }
  }
}
