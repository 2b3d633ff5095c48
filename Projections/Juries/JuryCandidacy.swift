public import Events

/// A candidacy that a jury summoned, decided on, or recorded an absence or a withdrawal of; and the
/// outcome.
public struct JuryCandidacy: Hashable, Sendable {
  /// The outcome of a summons. Of several, `decided` precedes `absent`, which precedes `withdrawn`.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// The jury has not decided yet.
    case summoned
    /// The summons was withdrawn, and not made again.
    case withdrawn
    /// The candidate was absent; the jury did not decide.
    case absent
    /// The jury decided, even if its decisions are no longer in force.
    case decided
  }

  /// An absence from the session.
  public struct Absence: Hashable, Sendable {
    public let excused: Bool
    /// The event that recorded it.
    public let position: Position
  }

  public let candidacy: CandidacyID
  /// The latest summons; nil if the jury decided or noted an absence without one.
  public internal(set) var summoned: Position?
  /// The withdrawal of that summons, if any.
  public internal(set) var withdrawn: Position?
  /// The latest absence, if any.
  public internal(set) var absence: Absence?
  /// The jury's decisions on the candidacy's blocks.
  var blockDecisions = BlockDecisions()

  /// Every decision of this jury, in fold order, in force or not.
  public var decisions: [BlockDecision] { blockDecisions.all }

  public var outcome: Outcome {
    if !decisions.isEmpty { return .decided }
    if absence != nil { return .absent }
    return withdrawn == nil ? .summoned : .withdrawn
  }

  init(_ candidacy: CandidacyID) { self.candidacy = candidacy }
}

extension JuryCandidacy {
  mutating func summon(_ moment: Moment) {
    summoned = moment.position
    withdrawn = nil
  }
}
