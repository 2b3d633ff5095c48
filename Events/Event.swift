/// An event as its writer submits it: what happened, on which day, and who recorded it.
///
/// The log adds the instant and the position (``Envelope``).
public struct Event: Hashable, Sendable {
  /// Makes a retry safe: the same id with the same content is appended once.
  public let id: EventID
  /// Valid time: the civil day in Paris on which the fact took effect.
  public let occurredOn: CalendarDate
  /// Who is responsible for the entry: an id, never a name.
  public let recordedBy: RecorderID
  /// The edition of the rules that the event was judged by; nil for imported facts.
  public let judged: Edition?
  /// The writer's free text; sealed where the event concerns one person.
  public let reason: RecordedText?
  /// The rules waived for this event; ``reason`` says why.
  public let waives: NonEmpty<RuleID>?
  public let fact: Fact

  public init(
    id: EventID, occurredOn: CalendarDate, recordedBy: RecorderID, judged: Edition? = nil,
    reason: RecordedText? = nil, waives: NonEmpty<RuleID>? = nil, fact: Fact
  ) {
    self.id = id
    self.occurredOn = occurredOn
    self.recordedBy = recordedBy
    self.judged = judged
    self.reason = reason
    self.waives = waives
    self.fact = fact
  }

  /// This event with ``judged`` set to an edition.
  public func judged(by edition: Edition) -> Event {
    Event(
      id: id, occurredOn: occurredOn, recordedBy: recordedBy, judged: edition, reason: reason,
      waives: waives, fact: fact)
  }
}
