public import Events

/// Which events, and in which order.
public struct EventQuery: Hashable, Sendable {
  /// The order of a reading.
  public enum Order: Hashable, Sendable {
    /// As they were taken in.
    case position
    /// As they took effect: by day, then by position. What every projection folds.
    case fold
  }

  /// Events with any of these tags; empty: whatever their tags.
  public var subjects: [Subject]
  /// Events of any of these types; empty: of every type.
  public var types: [EventType]
  /// From this position on, itself in.
  public var from: Position
  /// Up to this position, itself in: what is known. Nil: to the end.
  public var through: Position?
  /// Only what occurred on this day or before.
  public var onOrBefore: CalendarDate?
  /// The order.
  public var order: Order
  /// At most so many.
  public var limit: Int?
  /// Whether each event's bytes are hashed and held against the hash that the store keeps: a fifth more
  /// than reading and decoding them. Not for who hashes them anyway, or folds the whole log for a list.
  public var checksHashes = true

  public init(
    subjects: [Subject] = [], types: [EventType] = [], from: Position = Position(1),
    through: Position? = nil, onOrBefore: CalendarDate? = nil, order: Order = .position,
    limit: Int? = nil
  ) {
    self.subjects = subjects
    self.types = types
    self.from = from
    self.through = through
    self.onOrBefore = onOrBefore
    self.order = order
    self.limit = limit
  }
}
