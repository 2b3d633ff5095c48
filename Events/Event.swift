/// One line of truth, as its writer hands it to the ledger: what happened, on which day, and who
/// stands for the entry.
///
/// The ledger adds the instant and the position (``Envelope``).
public struct Event: Hashable, Sendable {
  /// Makes a retry safe: the same id with the same content is taken in once.
  public let id: EventID
  /// The civil day, in Paris, on which the fact took effect.
  public let occurredOn: CalendarDate
  /// Who stands for the entry.
  public let recordedBy: RecorderID
  /// The edition of the rules that decided it; nil on imported facts, taken over as they were.
  public let judged: Edition?
  /// Why, in the writer's words; sealed where the event concerns one person.
  public let reason: RecordedText?
  /// The rules a person with the right to do so set aside for this entry.
  public let waives: NonEmpty<RuleID>?
  /// What happened.
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

  /// This event as the rules of an edition decided it.
  public func judged(by edition: Edition) -> Event {
    Event(
      id: id, occurredOn: occurredOn, recordedBy: recordedBy, judged: edition, reason: reason,
      waives: waives, fact: fact)
  }
}
