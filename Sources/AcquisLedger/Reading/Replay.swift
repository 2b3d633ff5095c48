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

  /// Folds every known event that occurred on the day or before.
  ///
  /// - Parameters:
  ///   - day: nil: the latest known day, so that the digest does not depend on the current date.
  ///   - known: the last known position.
  ///   - checksHashes: whether each event is compared with its hash, for a digest.
  ///   - progress: called every 65,536 events with the number folded.
  /// - Throws: ``LogFailure``. An event that cannot be read ends the fold; none is skipped.
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
