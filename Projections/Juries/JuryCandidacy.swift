public import Events

/// A candidacy before a jury, and what came of it.
public struct JuryCandidacy: Hashable, Sendable {
  /// What came of a summons; what the jury decided comes before an absence, that before a withdrawal.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// The jury has not decided yet.
    case summoned
    /// The summons was withdrawn, and not made again.
    case withdrawn
    /// The candidate was absent.
    case absent
    /// The jury decided, whatever became of its decisions.
    case decided
  }

  /// An absence.
  public struct Absence: Hashable, Sendable {
    /// Whether it was excused.
    public let excused: Bool
    /// The event that says so.
    public let position: Position
  }

  /// The candidacy.
  public let candidacy: CandidacyID
  /// The latest summons; nil where the jury decided, or noted an absence, without one.
  public internal(set) var summoned: Position?
  /// The withdrawal of that summons.
  public internal(set) var withdrawn: Position?
  /// The absence, excused or not.
  public internal(set) var absence: Absence?
  /// The jury's decisions on the candidacy's blocks, with what became of each.
  var blockDecisions = BlockDecisions()

  /// What was decided, in fold order; what is no longer in force is listed too.
  public var decisions: [BlockDecision] { blockDecisions.all }

  /// What came of the summons.
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
