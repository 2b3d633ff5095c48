public import Events

/// The state of a block in one candidacy on one day.
public enum BlockStatus: String, CaseIterable, Hashable, Sendable {
  /// No fact about it is in force.
  case missing
  /// Not held; at least one of its competencies is acquired.
  case assessed
  /// Not held; a jury's refusal is in force.
  case refused
  /// A jury validated it.
  case validated
  /// Held by a recognition, or held in the candidacy that this one completes.
  case recognised
  /// Held before; its validity has ended.
  case expired
  /// Its validation or recognition was revoked.
  case revoked

  /// True for `validated` and `recognised`.
  public var isHeld: Bool { self == .validated || self == .recognised }
}

/// A block in one candidacy on one day, with the event that determined its state.
public struct BlockState: Hashable, Sendable {
  public let code: BlockCode
  public let status: BlockStatus
  /// The first day of this state; nil for `missing`.
  public let since: CalendarDate?
  /// The event that determined the state; nil for `missing`.
  public let position: Position?
  /// The jury that decided; nil if none did.
  public let jury: JuryID?
  /// Where it comes from; nil unless `recognised`.
  public let source: BlockSource?
  /// Number of its competencies acquired in this candidacy, by the latest assessment of each.
  public let acquired: Int
  /// Number of its competencies in the framework.
  public let competencies: Int
}
