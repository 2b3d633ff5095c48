public import Events

/// A jury's decision on one block of a candidacy, and what became of it.
public struct BlockDecision: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The block was validated.
    case validated
    /// It was refused.
    case refused
  }

  /// What became of a decision.
  public enum Fate: String, CaseIterable, Hashable, Sendable {
    /// It counts, and nothing was done about it.
    case stands
    /// It counts while an appeal against it is pending.
    case appealed
    /// It counts: an appeal against it was dismissed.
    case upheld
    /// It was revoked.
    case revoked
    /// It was overturned on appeal: as if it had never been made.
    case fallen
  }

  /// The block.
  public let block: BlockCode
  /// The jury that decided.
  public let jury: JuryID
  /// What was decided.
  public let verdict: Verdict
  /// The members who took no part.
  public let without: [MemberID]
  package let moment: Moment
  /// What became of it.
  public private(set) var fate = Fate.stands
  /// When that happened; nil while nothing has.
  package private(set) var settled: Moment?

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

  /// The day of the decision.
  public var decidedOn: CalendarDate { moment.day }

  /// The event that decided.
  public var position: Position { moment.position }

  /// The event that made its fate; nil while none has.
  public var fateBy: Position? { settled?.position }

  /// Whether it counts: neither revoked nor overturned.
  public var isInForce: Bool {
    switch fate {
    case .stands, .appealed, .upheld: true
    case .revoked, .fallen: false
    }
  }

  /// Whether the block is held by it.
  package var isValidationInForce: Bool { verdict == .validated && isInForce }

  mutating func become(_ fate: Fate, at moment: Moment) {
    self.fate = fate
    settled = moment
  }
}
