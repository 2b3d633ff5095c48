public import Events

/// An event of a candidacy, with what it changed.
///
/// *Before* and *after* are both states on the event's own day, so that a change that time alone
/// makes (a window that closes, a validity that ends) is not attributed to an event.
public struct TimelineEntry: Hashable, Sendable {
  /// A block whose state changed.
  public struct BlockChange: Hashable, Sendable {
    public let code: BlockCode
    /// `missing` before the enrolment.
    public let before: BlockStatus
    public let after: BlockStatus
  }

  public let position: Position
  /// The day on which the fact took effect (valid time).
  public let day: CalendarDate
  /// When the event was appended (transaction time).
  public let recordedAt: Instant
  /// Set if the clock was accepted although it was behind the last event by more than the tolerance;
  /// nil otherwise, also where ``recordedAt`` repeats the last event's instant.
  public let clock: ClockMark?
  public let type: EventType
  /// If true, the event changed nothing.
  public let annulled: Bool
  /// The rules waived for it.
  public let waives: [RuleID]
  /// Nil before the enrolment.
  public let statusBefore: CandidacyStatus?
  /// Nil before the enrolment.
  public let statusAfter: CandidacyStatus?
  /// The blocks whose state changed, in the framework's order.
  public let blocks: [BlockChange]
  /// The last day of the completion window; nil without a window or without limit.
  public let lastDayBefore: CalendarDate?
  /// The last day of the completion window; nil without a window or without limit.
  public let lastDayAfter: CalendarDate?

  /// An entry for an event that concerns no candidacy's state.
  public init(unchanging envelope: Envelope, annulled: Bool) {
    self.init(envelope, annulled: annulled, before: nil, after: nil)
  }

  init(
    _ envelope: Envelope, annulled: Bool, before: CandidacyState?, after: CandidacyState?
  ) {
    position = envelope.position
    day = envelope.event.occurredOn
    recordedAt = envelope.recordedAt
    clock = envelope.clock
    type = envelope.event.fact.type
    self.annulled = annulled
    waives = envelope.event.waives?.elements ?? []
    statusBefore = before?.status
    statusAfter = after?.status
    var earlier: [BlockCode: BlockStatus] = [:]
    for block in before?.blocks ?? [] { earlier[block.code] = block.status }
    blocks = (after?.blocks ?? []).compactMap { block in
      let before = earlier[block.code] ?? .missing
      guard before != block.status else { return nil }
      return BlockChange(code: block.code, before: before, after: block.status)
    }
    lastDayBefore = before?.window.lastDay
    lastDayAfter = after?.window.lastDay
  }
}
