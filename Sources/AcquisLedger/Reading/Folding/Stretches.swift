internal import EventLog
internal import Events

/// The stretches of days into which a fold of the log is divided, one after the other.
///
/// A stretch always has whole days, so a day of very many events makes a longer one.
struct Stretches: Sendable {
  /// Days that follow those of the stretch before.
  struct Stretch: Sendable {
    /// From 0.
    let number: Int
    let query: EventQuery
  }

  private let query: EventQuery
  /// The first day of every stretch but the first, ascending.
  private let starts: [CalendarDate]
  /// How many stretches were taken.
  private var taken = 0

  /// - Parameters:
  ///   - query: the whole fold, in fold order.
  ///   - starts: the first day of each further stretch, ascending.
  init(_ query: EventQuery, from starts: [CalendarDate]) {
    self.query = query
    self.starts = starts
  }

  /// The next stretch; nil after the last.
  mutating func take() -> Stretch? {
    guard taken <= starts.count else { return nil }
    defer { taken += 1 }
    var stretch = query
    // The first and the last have no limit of their own, so that no event is left out.
    if taken > 0 { stretch.onOrAfter = starts[taken - 1] }
    if taken < starts.count {
      let end = starts[taken].adding(days: -1)
      stretch.onOrBefore = query.onOrBefore.map { min($0, end) } ?? end
    }
    return Stretch(number: taken, query: stretch)
  }
}

extension EventLog {
  /// The stretches of a fold, of about so many events each.
  func stretches(of query: EventQuery, goal: Int) throws -> Stretches {
    let starts = try daysInFoldOrder(every: goal)
    guard let last = query.onOrBefore else { return Stretches(query, from: starts) }
    return Stretches(query, from: starts.filter { $0 <= last })
  }
}
