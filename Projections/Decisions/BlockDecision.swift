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
  public private(set) var fate = Fate.stands
  /// The event that set ``fate``; nil for `stands`.
  package private(set) var fateMoment: Moment?

  init(_ data: BlockValidated, _ moment: Moment) {
    block = data.block
    jury = data.jury
    verdict = .validated
    without = data.without?.elements ?? []
    self.moment = moment
  }

  init(_ data: BlockRefused, _ moment: Moment) {
    block = data.block
    jury = data.jury
    verdict = .refused
    without = data.without?.elements ?? []
    self.moment = moment
  }

  public var decidedOn: CalendarDate { moment.day }

  /// The event of the decision.
  public var position: Position { moment.position }

  /// The event that set ``fate``; nil for `stands`.
  public var fatePosition: Position? { fateMoment?.position }

  /// Whether it is neither revoked nor overturned.
  public var isInForce: Bool {
    switch fate {
    case .stands, .appealed, .upheld: true
    case .revoked, .fallen: false
    }
  }

  /// Whether it validates the block and is in force; its validity may have ended.
  package var isValidationInForce: Bool { verdict == .validated && isInForce }

  mutating func setFate(_ fate: Fate, at moment: Moment) {
    self.fate = fate
    fateMoment = moment
  }
}
