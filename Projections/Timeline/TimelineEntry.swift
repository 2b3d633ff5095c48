public import Events

/// An event of a candidacy, with what it changed.
///
/// *Before* and *after* are both told on the event's own day, so that what time alone changes (a window
/// that closes, a validity that ends) is laid on no event.
public struct TimelineEntry: Hashable, Sendable {
  /// A block whose state changed.
  public struct BlockChange: Hashable, Sendable {
    /// The block.
    public let code: BlockCode
    /// Its state before; `missing` before the enrolment.
    public let before: BlockStatus
    /// Its state after.
    public let after: BlockStatus
  }

  /// The event's place in the log.
  public let position: Position
  /// The day it took effect.
  public let day: CalendarDate
  /// When the ledger took it in.
  public let recordedAt: Instant
  /// What the ledger noted about its clock; nil where the instant is the clock's own.
  public let clock: ClockMark?
  /// Its type.
  public let type: EventType
  /// Whether it is annulled, and so changed nothing.
  public let annulled: Bool
  /// The rules set aside for it.
  public let waives: [RuleID]
  /// The status before; nil before the enrolment.
  public let statusBefore: CandidacyStatus?
  /// The status after; nil before the enrolment.
  public let statusAfter: CandidacyStatus?
  /// The blocks whose state changed, in the framework's order.
  public let blocks: [BlockChange]
  /// The window's last day before; nil without a window or without limit.
  public let lastDayBefore: CalendarDate?
  /// The window's last day after; nil without a window or without limit.
  public let lastDayAfter: CalendarDate?

  /// An event that bears on no candidacy's state.
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
