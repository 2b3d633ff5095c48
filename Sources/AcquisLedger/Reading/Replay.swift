public import Cryptography
public import EventLog
public import Events
public import Projections

/// A fold of the whole log, up to a day and a last known position.
public struct Replay {
  /// The day it was folded up to, included.
  public let on: CalendarDate
  /// The last position that was read.
  public let known: Position
  /// How many events were folded.
  public let events: Int
  public let state: LedgerState

  /// Folds every known event that occurred on the day or before, on two cores where there are two and
  /// the store can be read by two threads.
  ///
  /// It reads what it folds: the type, the schema and the day of each event, and the data of those that
  /// change a state. Damage anywhere else is found by a verification of the log.
  ///
  /// - Parameters:
  ///   - day: nil: the latest known day, so that the digest does not depend on the current date.
  ///   - known: the last known position.
  ///   - checksHashes: for a digest: whether each event is compared with its hash, read whole, and
  ///     compared with all that the store keeps beside it.
  ///   - progress: called about every 65,536 events with the number folded.
  /// - Throws: ``LogFailure``. An event that is folded and cannot be read ends the fold, as does any of a
  ///   type or schema that this program does not know; none is skipped.
  public init(
    on day: CalendarDate?, known: Position, in log: some EventLog, checksHashes: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) throws {
    // A short fold takes less time than opening the store once more.
    let isShared = known.number > 10_000 && SecondThread.hasACore
    let second = { @Sendable () throws -> (any EventLog)? in try log.anotherReader() }
    try self.init(
      on: day, known: known, in: log, and: isShared ? second : nil, checksHashes: checksHashes,
      progress: progress)
  }

  /// The same fold, on one thread or on two.
  ///
  /// - Parameters:
  ///   - second: opens another view of the log, on the second thread; nil: one thread.
  ///   - goal: about how many events a thread folds before the other.
  package init(
    on day: CalendarDate?, known: Position, in log: some EventLog,
    and second: (@Sendable () throws -> (any EventLog)?)?,
    inStretchesOf goal: Int = 6_000, checksHashes: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) throws {
    var everything = EventQuery(through: known, onOrBefore: day, order: .fold)
    everything.checksHashes = checksHashes
    everything.isFolded = !checksHashes
    let timeless = try log.timelessFacts(through: known)
    let reader = FactReader(
      annulled: try log.positions(ofAnnulledIn: timeless), readsWhole: checksHashes)
    let fold: WholeFold
    if let second {
      let stretches = try log.stretches(of: everything, goal: goal)
      fold = try WholeFold(
        of: stretches, timeless, in: log, and: second, reader, progress: progress)
    } else {
      fold = try WholeFold(of: everything, timeless, in: log, reader, progress: progress)
    }
    on = try day ?? log.event(at: fold.last)?.event.occurredOn ?? .first
    self.known = known
    events = fold.count
    state = fold.state
  }

  /// One SHA-256 over every derived state: equal on every machine and every store for the same facts
  /// at the same positions.
  ///
  /// Over a line with the edition, the day and the known position, then one line for each candidacy, in the
  /// order of the bytes of its id: its state as `status --json` prints it. Adding a field to that object
  /// is therefore a new edition.
  public func digest() throws(CryptographyFailure) -> Digest {
    let hash = try SHA256()
    return try hash.digest { (hash) throws(CryptographyFailure) in
      let header: JSONValue = [
        "edition": .string(Edition.current.description), "on": .string(on.description),
        "known": .integer(Int(known.number)),
      ]
      try hash.update(line: header)
      let ids = state.candidacies.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
      for id in ids {
        guard let state = state.candidacy(id, on: on) else { continue }
        try hash.update(line: CandidacyAnswer(on: on, known: known, state: state).json)
      }
    }
  }
}

extension SHA256 {
  fileprivate func update(line json: JSONValue) throws(CryptographyFailure) {
    try update(Array((json.description + "\n").utf8))
  }
}
