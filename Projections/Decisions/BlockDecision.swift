public import Events

/// A jury's decision on one block of a candidacy, and whether it is still in force.
public struct BlockDecision: Hashable, Sendable {
  /// What the jury decided.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    case validated
    case refused
  }

  /// What happened to a decision since (key `fate` of the jury answer).
  public enum Fate: String, CaseIterable, Hashable, Sendable {
    /// In force; neither revoked nor appealed against.
    case stands
    /// In force; an appeal against it is pending.
    case appealed
    /// In force; an appeal against it was dismissed.
    case upheld
    /// Not in force since it was revoked.
    case revoked
    /// Overturned on appeal, or by the jury's annulment, as if it had never been made.
    case fallen
  }

  public let block: BlockCode
  public let jury: JuryID
  public let verdict: Verdict
  /// The members present who took no part in the decision.
  public let without: [MemberID]
  package let moment: Moment
  public let fate: Fate
  /// The event that set ``fate``; nil for `stands`.
  package let fateMoment: Moment?

  init(
    block: BlockCode, jury: JuryID, verdict: Verdict, without: [MemberID], moment: Moment,
    fate: Fate, fateMoment: Moment?
  ) {
    self.block = block
    self.jury = jury
    self.verdict = verdict
    self.without = without
    self.moment = moment
    self.fate = fate
    self.fateMoment = fateMoment
  }

  public var decidedOn: CalendarDate { moment.day }

  /// The event of the decision.
  public var position: Position { moment.position }

  /// The event that set ``fate``; nil for `stands`.
  public var fatePosition: Position? { fateMoment?.position }

  /// Whether it is neither revoked nor overturned.
  public var isInForce: Bool { fate.isInForce }

  /// Whether it validates the block and is in force; its validity may have ended.
  package var isValidationInForce: Bool { verdict == .validated && isInForce }
}

extension BlockDecision.Fate {
  /// Whether the decision is neither revoked nor overturned.
  var isInForce: Bool {
    switch self {
    case .stands, .appealed, .upheld: true
    case .revoked, .fallen: false
    }
  }
}
