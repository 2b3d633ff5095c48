public import Cryptography
public import EventLog
public import Events
public import Projections

/// A fold of the whole log.
public struct Replay {
  /// The day it was folded up to.
  public let on: CalendarDate
  /// The last position it knows.
  public let known: Position
  /// How many events it took in.
  public let events: Int
  /// What it came to.
  public let state: LedgerState

  /// Folds every event known that occurred on the day or before.
  ///
  /// - Parameters:
  ///   - day: nil: the latest day known, so that the digest does not depend on when it is asked.
  ///   - known: the last position to know.
  ///   - checksHashes: whether each event is held against its hash: for a digest.
  ///   - progress: called now and then with the number of events taken in.
  /// - Throws: ``LogFailure``. An event that cannot be read stops it; none is skipped.
  public init(
    on day: CalendarDate?, known: Position, in log: some EventLog, checksHashes: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) throws {
    var state = LedgerState(try log.timelessFacts(through: known))
    var latest: CalendarDate?
    var count = 0
    var everything = EventQuery(through: known, onOrBefore: day, order: .fold)
    everything.checksHashes = checksHashes
    try log.read(everything) { stored in
      let envelope = try stored.envelope()
      state.apply(envelope)
      latest = envelope.event.occurredOn
      count += 1
      if count.isMultiple(of: 65_536) { progress(count) }
    }
    on = day ?? latest ?? .first
    self.known = known
    events = count
    self.state = state
  }

  /// One SHA-256 over every derived state: equal on every machine and every store for the same facts
  /// at the same positions.
  ///
  /// Over a line that names the edition, the day and what is known, then one line for each candidacy,
  /// in the order of the bytes of its id: its answer as `status --json` prints it. A field more in that
  /// answer is therefore a new edition.
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
