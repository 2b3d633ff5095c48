internal import EventLog
internal import Events
internal import Projections

/// A fold of the whole log in the making, by one thread or by two.
struct WholeFold: Sendable {
  private(set) var state: LedgerState
  /// How many events were read, those passed over included.
  private(set) var count = 0
  /// The last of them; zero if there is none.
  private(set) var last = Position.zero
  /// Of two threads: the stretch whose turn it is to be folded.
  private var turn = 0
  private var stretches: Stretches?
  /// Why the fold ended early: of several failures, the first in fold order.
  private var failure: (any Error)?

  /// Folds the events that a query selects in fold order.
  ///
  /// - Parameter progress: called every 65,536 events with the number folded.
  init(
    of query: EventQuery, _ timeless: TimelessFacts, in log: some EventLog, _ reader: FactReader,
    progress: (Int) -> Void
  ) throws {
    state = LedgerState(timeless)
    try log.read(query) { stored in
      if let fact = try reader.fact(of: stored) { state.apply(fact) }
      last = stored.position
      count += 1
      if count.isMultiple(of: 65_536) { progress(count) }
    }
  }

  /// Folds the same on two threads, by stretches of days.
  ///
  /// Each thread decodes a stretch, waits until the one before is folded, and folds its own: the order is
  /// exactly that of one thread. A stretch of more events than ``Decoded/most`` is folded while it is
  /// read.
  ///
  /// Memory: one stretch each.
  ///
  /// - Parameter second: opens another view of the log, on the second thread, while the first folds; where that
  ///   fails, the first folds all.
  init(
    of stretches: Stretches, _ timeless: TimelessFacts, in log: some EventLog,
    and second: @escaping @Sendable () throws -> (any EventLog)?, _ reader: FactReader,
    progress: (Int) -> Void
  ) throws {
    let fold = Monitor(WholeFold(LedgerState(timeless), stretches))
    let thread = SecondThread {
      guard let other = try? second() else { return }
      Self.run(fold, in: other, reader) { _ in }
    }
    var told = 0
    Self.run(fold, in: log, reader) { count in
      if count / 65_536 > told {
        told = count / 65_536
        progress(count)
      }
    }
    if let thread { thread.join() }
    self = fold.change { $0 }
    if let failure { throw failure }
  }

  private init(_ state: LedgerState, _ stretches: Stretches) {
    self.state = state
    self.stretches = stretches
  }

  /// Events of a stretch, decoded and not folded yet.
  private struct Decoded {
    /// How many are kept at most: some 2 MB.
    static let most = 8_192

    var facts: [TimedFact] = []
    var count = 0
    var last = Position.zero
  }

  /// Folds stretches until there are no more.
  private static func run(
    _ fold: Monitor<WholeFold>, in log: some EventLog, _ reader: FactReader,
    progress: (Int) -> Void
  ) {
    var next = fold.change { $0.take() }
    var decoded = Decoded()
    while let stretch = next {
      let outcome = Result {
        try log.read(stretch.query) { stored in
          if let fact = try reader.fact(of: stored) { decoded.facts.append(fact) }
          decoded.last = stored.position
          decoded.count += 1
          guard decoded.count == Decoded.most else { return }
          inTurn(of: stretch, fold) { $0.apply(&decoded) }
        }
      }
      let count = inTurn(of: stretch, fold) { fold in
        fold.apply(&decoded)
        fold.finish(outcome)
        next = fold.take()
        return fold.count
      }
      progress(count)
    }
  }

  /// Changes the fold once every earlier stretch is folded.
  private static func inTurn<Value>(
    of stretch: Stretches.Stretch, _ fold: Monitor<WholeFold>,
    _ change: (inout WholeFold) -> Value
  ) -> Value {
    fold.change(when: { $0.turn == stretch.number }, change)
  }

  private mutating func take() -> Stretches.Stretch? { stretches?.take() }

  private mutating func apply(_ decoded: inout Decoded) {
    for fact in decoded.facts { state.apply(fact) }
    decoded.facts.removeAll(keepingCapacity: true)
    if decoded.count > 0 { last = decoded.last }
    count += decoded.count
    decoded.count = 0
  }

  private mutating func finish(_ outcome: Result<Void, any Error>) {
    turn += 1
    if case .failure(let error) = outcome, failure == nil {
      failure = error
      stretches = nil
    }
  }
}

extension LedgerState {
  fileprivate mutating func apply(_ fact: TimedFact) {
    apply(fact.fact, at: fact.moment, waiving: fact.waives)
  }
}
