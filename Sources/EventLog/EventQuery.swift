public import Events

/// Selects events and their order. The filters are combined with AND.
public struct EventQuery: Hashable, Sendable {
  public enum Order: Hashable, Sendable {
    /// By position: the order in which events were recorded.
    case position
    /// By the day they occurred, then by position: the order in which projections fold them.
    case fold
  }

  /// Events with any of these tags; all events if empty.
  public var subjects: [Subject]
  /// Events of any of these types; all types if empty.
  public var types: [EventType]
  /// The first position, inclusive.
  public var from: Position
  /// The last position, inclusive: the state of knowledge; nil for the end of the log.
  public var through: Position?
  /// The first day of occurrence, inclusive; nil for no limit.
  public var onOrAfter: CalendarDate?
  /// The last day of occurrence, inclusive; nil for no limit.
  public var onOrBefore: CalendarDate?
  public var order: Order
  /// The largest number of events; nil for no limit.
  public var limit: Int?
  /// Whether each event's bytes are hashed and compared with the stored hash.
  ///
  /// Cost: a fifth of reading and decoding them. Switch it off if the caller hashes them anyway, or
  /// folds the whole log for a list.
  public var checksHashes = true
  /// Whether each event is read by ``StoredEvent/folded()``, which compares its day alone: a store on a server need
  /// not send the other columns.
  package var isFolded = false

  /// Selects every event of the log unless filters are given.
  public init(
    subjects: [Subject] = [], types: [EventType] = [], from: Position = Position(1),
    through: Position? = nil, onOrAfter: CalendarDate? = nil, onOrBefore: CalendarDate? = nil,
    order: Order = .position, limit: Int? = nil
  ) {
    self.subjects = subjects
    self.types = types
    self.from = from
    self.through = through
    self.onOrAfter = onOrAfter
    self.onOrBefore = onOrBefore
    self.order = order
    self.limit = limit
  }
}
