public import Events

/// A jury's register on one day, as known at one position: its members, who was present, the
/// candidacies summoned and the decisions.
public struct JuryState: Hashable, Sendable {
  public let jury: JuryID
  public let certification: CertificationCode
  public let status: JuryStatus
  /// The event that determined the status.
  public let position: Position
  /// The days planned for the session, after rescheduling.
  public let session: SessionDays
  /// The first day first planned for the session.
  public let convenedFor: CalendarDate
  public let mode: SessionMode
  /// Nil if not recorded.
  public let place: FreeText?
  /// False for an imported jury whose members no document states.
  public let isCompositionKnown: Bool
  /// The current seats, in fold order.
  public let members: [JurySeat]
  /// The seats of members replaced since, in fold order.
  public let formerMembers: [JurySeat]
  /// By day; empty until the session is held.
  public let sittings: [JuryPresence]
  /// For each open pathway with stated roles, in the framework's order, those required and missing.
  public let composition: [JuryComposition]
  /// The candidacies that it summoned, decided on, or recorded an absence or a withdrawal of, in the
  /// order of their first event.
  public let candidacies: [JuryCandidacy]
  /// In fold order.
  public let minutes: [JuryMinutes]

  /// The first day planned for the session, after rescheduling.
  public var sessionOn: CalendarDate { session.first }

  /// The latest sitting; nil until the session is held.
  public var presence: JuryPresence? { sittings.last }
}

/// The status of a jury on a day.
public enum JuryStatus: String, CaseIterable, Hashable, Sendable {
  /// The session is not held yet.
  case convened
  /// The session was held; the minutes are not signed yet.
  case held
  /// The minutes are signed.
  case deliberated
  /// Cancelled before it was held: this precedes every status above.
  case cancelled
  /// Annulled after it was held, its decisions fallen: this precedes every other status.
  case annulled
}

/// The presence at a sitting of a jury: one day of its session.
public struct JuryPresence: Hashable, Sendable {
  /// The day of the sitting.
  public let heldOn: CalendarDate
  /// The event that recorded it.
  public let position: Position
  /// The ids of those present, members or not; nil if not known.
  public let members: [MemberID]?
}

/// The signed minutes of a jury.
public struct JuryMinutes: Hashable, Sendable {
  /// A reference to the minutes, not their text.
  public let reference: FreeText
  public let signedOn: CalendarDate
  /// The event that recorded them.
  public let position: Position
}
