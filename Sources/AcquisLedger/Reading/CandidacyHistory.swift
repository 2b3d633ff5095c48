public import EventLog
public import Events
public import Projections

/// The events that bear on one candidacy, read by subject: never the whole log.
///
/// Folding them answers about this candidacy exactly as folding the whole log does.
///
/// Cost: a handful of index reads; for a candidacy of forty events, well under a millisecond.
public struct CandidacyHistory {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The last position read.
  public let known: Position
  /// The events, in fold order.
  private let events: [Envelope]

  /// Reads what is known of a candidacy.
  ///
  /// - Throws: ``LogFailure``.
  public init(of candidacy: CandidacyID, known: Position, in log: some EventLog) throws {
    self.candidacy = candidacy
    self.known = known
    var boundary = ConsistencyBoundary(of: log, known: known)
    try boundary.read(candidacy: candidacy)
    events = boundary.inFoldOrder
  }

  /// What each event of the candidacy changed, in fold order.
  public var timeline: [TimelineEntry] {
    Timeline.entries(of: candidacy, in: events, timeless: TimelessFacts(events))
  }

  /// Where the candidacy stands on a day, by what was read.
  public func state(on day: CalendarDate) -> CandidacyState? {
    folded(to: day).candidacy(candidacy, on: day)
  }

  /// How far the declaration of its award is on a day; nil where it is not awarded.
  func declaration(on day: CalendarDate) -> DeclarationState? {
    folded(to: day).declaration(of: candidacy, on: day)
  }

  private func folded(to day: CalendarDate) -> LedgerState {
    var state = LedgerState(TimelessFacts(events))
    for envelope in events.prefix(while: { $0.event.occurredOn <= day }) { state.apply(envelope) }
    return state
  }
}
