package import Events

/// The sort key of an event in a fold: the day on which it occurred, then its position.
///
/// This order is called *fold order*: an event recorded late is applied at the day on which it
/// occurred, and of two events of one day the one recorded first is applied first.
package struct Moment: Comparable, Hashable, Sendable {
  package let day: CalendarDate
  package let position: Position

  package init(day: CalendarDate, position: Position) {
    self.day = day
    self.position = position
  }

  package init(_ envelope: Envelope) {
    self.init(day: envelope.event.occurredOn, position: envelope.position)
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.day == right.day ? left.position < right.position : left.day < right.day
  }
}

extension Sequence<Envelope> {
  /// The events sorted by ``Moment``, as ``LedgerState``, ``JuryRegister`` and the rules require
  /// them.
  ///
  /// Cost: a sort, O(n log n).
  package var inFoldOrder: [Envelope] {
    sorted { Moment($0) < Moment($1) }
  }
}
