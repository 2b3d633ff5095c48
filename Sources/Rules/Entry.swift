public import Events
package import Projections

/// An event to judge, at its place in valid time.
public struct Entry: Sendable {
  public let event: Event
  /// Its position in the log, or the one it would get.
  public let position: Position
  /// The day it is recorded, in Paris.
  public let recordedOn: CalendarDate

  public init(_ event: Event, at position: Position, recordedOn: CalendarDate) {
    self.event = event
    self.position = position
    self.recordedOn = recordedOn
  }

  /// An entry of the log.
  public init(_ envelope: Envelope) {
    self.init(
      envelope.event, at: envelope.position, recordedOn: envelope.recordedAt.dayInParis)
  }

  var day: CalendarDate { event.occurredOn }

  /// Its key in fold order.
  package var moment: Moment { Moment(day: event.occurredOn, position: position) }
}
