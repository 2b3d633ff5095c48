public import Events
package import Projections

/// An event to judge, at its place in valid time.
public struct Entry: Sendable {
  /// The event.
  public let event: Event
  /// The place it has in the log, or will have.
  public let position: Position
  /// The day it was, or is, recorded on, in Paris.
  public let recordedOn: CalendarDate

  public init(_ event: Event, at position: Position, recordedOn: CalendarDate) {
    self.event = event
    self.position = position
    self.recordedOn = recordedOn
  }

  /// An event of the log.
  public init(_ envelope: Envelope) {
    self.init(
      envelope.event, at: envelope.position, recordedOn: envelope.recordedAt.dayInParis)
  }

  /// The day it occurred.
  var day: CalendarDate { event.occurredOn }

  /// What orders it among the others.
  package var moment: Moment { Moment(day: event.occurredOn, position: position) }
}
