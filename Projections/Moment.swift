package import Events

/// An event's place in valid time: the day it occurred, then its position in the log.
///
/// Its order is the order of every fold, *fold order*: what is entered late counts at the day it
/// occurred, and of two events of one day the one recorded first counts first.
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
  /// The events by day, then by position: the order in which ``LedgerState``, ``JuryRegister`` and the
  /// rules take them.
  ///
  /// Cost: a sort, n log n.
  package var inFoldOrder: [Envelope] {
    sorted { Moment($0) < Moment($1) }
  }
}
