public import Events

/// Where a block stands in one candidacy on one day.
public enum BlockStatus: String, CaseIterable, Hashable, Sendable {
  /// Nothing counts towards it.
  case missing
  /// Some of its competencies are acquired.
  case assessed
  /// A jury's refusal stands.
  case refused
  /// A jury validated it.
  case validated
  /// Held from elsewhere: recognised here, or in the candidacy this one completes.
  case recognised
  /// Held once; its validity is over.
  case expired
  /// Its validation or recognition was revoked.
  case revoked

  /// Whether the block counts: validated or recognised.
  public var isHeld: Bool { self == .validated || self == .recognised }
}

/// A block in one candidacy on one day, with what made it so.
public struct BlockState: Hashable, Sendable {
  /// The block.
  public let code: BlockCode
  /// Where it stands.
  public let status: BlockStatus
  /// Since which day; nil where it is missing.
  public let since: CalendarDate?
  /// The event that made it so; nil where it is missing.
  public let position: Position?
  /// The jury that decided, where one did.
  public let jury: JuryID?
  /// How many of its competencies are acquired here, by the latest assessment of each.
  public let acquired: Int
  /// How many competencies it has.
  public let competencies: Int
}
