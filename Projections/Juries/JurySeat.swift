public import Events

/// A seat in a jury: a member in one role, from one event to another.
public struct JurySeat: Hashable, Sendable {
  /// How a member came in.
  public enum Entry: Hashable, Sendable {
    /// With the jury.
    case convened
    /// Since.
    case added
    /// In the place of another.
    case replacing(MemberID)
  }

  /// A candidacy in whose decisions the member takes no part.
  public struct Recusal: Hashable, Sendable {
    /// The candidacy.
    public let candidacy: CandidacyID
    /// The event that says so.
    public let position: Position
  }

  /// The member.
  public let member: MemberID
  /// What the member stands for.
  public let role: JuryRole
  /// Whom the member works for.
  public let organisation: FreeText?
  /// How the member came in.
  public let entry: Entry
  /// The event that brought the member in.
  public let since: Position
  /// The event that replaced the member; nil while the seat is held.
  public internal(set) var until: Position?
  /// The candidacies the member is recused from.
  public internal(set) var recusals: [Recusal] = []

  /// The day the seat was taken, and the day it was left.
  let takenOn: CalendarDate
  var leftOn: CalendarDate?

  package init(_ member: JuryMember, _ entry: Entry, _ moment: Moment) {
    self.member = member.member
    role = member.role
    organisation = member.organisation
    self.entry = entry
    since = moment.position
    takenOn = moment.day
  }

  /// Whether the seat was held on some part of a day: the facts of a day count whatever their position.
  func isHeld(on day: CalendarDate) -> Bool {
    takenOn <= day && leftOn.map { day <= $0 } ?? true
  }
}
