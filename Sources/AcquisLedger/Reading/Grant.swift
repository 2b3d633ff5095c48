public import Events
internal import Projections

/// An entry that gives something to a candidacy: an award, a jury's validation or a recognition, and what
/// became of it.
public struct Grant: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The whole certification.
    case award
    case validation(BlockCode)
    case recognition(BlockCode)
  }

  public let kind: Kind
  /// The candidacy that the entry names.
  public let candidacy: CandidacyID
  public let entry: EventID
  public let position: Position
  public let day: CalendarDate
  /// The entry that ended it, whatever the day asked; nil while it is in force.
  public let end: GrantEnd?
  /// Whether an appeal is pending against it: of an award, against a block that it rests on.
  public let isUnderAppeal: Bool
  /// The last day of its validity; nil: without limit, and where the framework is not known.
  public let lastDay: CalendarDate?

  /// Whether its validity was over before a day.
  public func isOver(on day: CalendarDate) -> Bool { lastDay.map { $0 < day } ?? false }
}

/// The entry that ended a ``Grant``.
public struct GrantEnd: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// It was annulled: a mistake that never counted.
    case annulled
    /// It was revoked, by itself or with an award.
    case revoked
    /// It fell on appeal or with its jury, as if it had never been decided.
    case fallen
  }

  public let kind: Kind
  public let position: Position
  public let day: CalendarDate

  init(_ kind: Kind, _ entry: Envelope) {
    self.kind = kind
    position = entry.position
    day = entry.event.occurredOn
  }

  init(_ kind: Kind, _ moment: Moment) {
    self.kind = kind
    position = moment.position
    day = moment.day
  }
}

extension Fact {
  /// What it gives to its candidacy; nil for a fact that gives nothing.
  var grants: Grant.Kind? {
    if case .certificationAwarded = self { return .award }
    if case .blockValidated(let data) = self { return .validation(data.block) }
    if case .priorValidationRecognised(let data) = self { return .recognition(data.block) }
    return nil
  }
}
