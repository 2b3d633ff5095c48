public import Events

/// A seat in a jury: a member in one role, from one event to another.
public struct JurySeat: Hashable, Sendable {
  /// How a member joined the jury.
  public enum Appointment: Hashable, Sendable {
    /// With the jury's convening.
    case convened
    /// After the convening.
    case added
    /// In place of the member with this id.
    case replacing(MemberID)
  }

  /// A recusal of the member from the decisions on one candidacy.
  public struct Recusal: Hashable, Sendable {
    public let candidacy: CandidacyID
    let moment: Moment
    /// The event that recorded it.
    public var position: Position { moment.position }
  }

  public let member: MemberID
  public let role: JuryRole
  /// Nil if not recorded.
  public let organisation: FreeText?
  public let appointment: Appointment
  /// The event by which the member joined.
  public let since: Position
  /// The event that replaced the member; nil while the seat is held.
  public internal(set) var until: Position?
  /// In fold order.
  public internal(set) var recusals: [Recusal] = []

  /// The first and last day of the seat; ``leftOn`` is nil while it is held.
  let takenOn: CalendarDate
  var leftOn: CalendarDate?

  package init(_ member: JuryMember, _ appointment: Appointment, _ moment: Moment) {
    self.member = member.member
    role = member.role
    organisation = member.organisation
    self.appointment = appointment
    since = moment.position
    takenOn = moment.day
  }

  /// Whether the seat was taken, and not left, by events before a moment.
  func isHeld(before moment: Moment) -> Bool {
    guard Moment(day: takenOn, position: since) < moment else { return false }
    guard let until, let leftOn else { return true }
    return moment <= Moment(day: leftOn, position: until)
  }

  /// Whether the seat was held for at least a part of a day, the first and last day included.
  package func isHeld(on day: CalendarDate) -> Bool {
    takenOn <= day && leftOn.map { day <= $0 } ?? true
  }
}
