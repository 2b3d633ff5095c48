package import EventLog
package import Events

extension EventLog {
  /// The last so many events of some types, the latest first.
  ///
  /// Cost: reads backwards, twice as far each time: it depends on how far back they are, not on the log's length.
  ///
  /// - Parameter day: those that occurred on it or before.
  /// - Throws: ``LogFailure``.
  package func latest(
    _ count: Int, of types: [EventType], through known: Position, on day: CalendarDate
  ) throws -> [Envelope] {
    var (found, end, span) = ([Envelope](), known, Int64(2_000))
    while end > .zero, found.count < count {
      let start = Position(max(1, end.number - span + 1))
      let part = try events(
        EventQuery(types: types, from: start, through: end, onOrBefore: day))
      found += part.reversed()
      (end, span) = (Position(start.number - 1), span * 2)
    }
    return Array(found.prefix(count))
  }
}
