public import Events

/// A jury's decision on one block, and what became of it.
public struct JuryDecision: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The block was validated.
    case validated
    /// It was refused.
    case refused
  }

  /// What became of a decision.
  public enum Fate: String, CaseIterable, Hashable, Sendable {
    /// It stands.
    case stands
    /// It stands, and an appeal against it is pending.
    case appealed
    /// It stands: an appeal against it was decided so.
    case upheld
    /// It was revoked.
    case revoked
    /// It fell on appeal: as if it had not been.
    case fallen
  }

  /// The block.
  public let block: BlockCode
  /// What was decided.
  public let verdict: Verdict
  /// The day of the decision.
  public let decidedOn: CalendarDate
  /// The event that decided.
  public let position: Position
  /// The members who took no part.
  public let without: [MemberID]
  /// What became of it.
  public internal(set) var fate = Fate.stands
  /// The event that made its fate; nil while nothing has.
  public internal(set) var fateBy: Position?

  /// Whether it counts.
  public var stands: Bool {
    switch fate {
    case .stands, .appealed, .upheld: true
    case .revoked, .fallen: false
    }
  }
}
