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
    let moment: Moment
    /// The event that recorded it.
    public var position: Position { moment.position }
  }

  /// The sending of the result to the candidate.
  public struct Notification: Hashable, Sendable {
    /// The day it was sent.
    public let on: CalendarDate
    /// The event that recorded it.
    public let position: Position
  }

  public let candidacy: CandidacyID
  /// In fold order, withdrawn or not.
  private(set) var summonses: [Moment] = []
  /// The withdrawals of summonses, in fold order.
  private(set) var withdrawals: [Moment] = []
  /// In fold order.
  var absences: [Absence] = []
  /// The latest sending of the result, if any.
  public internal(set) var notified: Notification?
  /// The latest recommendation, if any; its text stays sealed.
  public internal(set) var recommended: Position?
  /// The jury's decisions on the candidacy's blocks.
  var blockDecisions = BlockDecisions()

  /// The latest summons; nil if the jury decided or noted an absence without one.
  public var summoned: Position? { summonses.last?.position }

  /// The withdrawal of that summons, if any.
  public var withdrawn: Position? {
    guard let withdrawal = withdrawals.last else { return nil }
    if let summons = summonses.last, withdrawal < summons { return nil }
    return withdrawal.position
  }

  /// The latest absence, if any.
  public var absence: Absence? { absences.last }

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
  mutating func summon(_ moment: Moment) { summonses.append(moment) }

  mutating func withdraw(_ moment: Moment) { withdrawals.append(moment) }

  /// The first summons that was not withdrawn before a moment; one made on the moment's day counts,
  /// whatever its position. Nil if there is none.
  func standingSummons(before moment: Moment) -> Moment? {
    guard let withdrawal = withdrawals.last(where: { $0 < moment }) else { return summonses.first }
    return summonses.first { withdrawal < $0 }
  }
}
