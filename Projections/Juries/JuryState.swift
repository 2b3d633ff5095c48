public import Events

/// A jury's register on one day, as known at one position: who sits, who was there, who was summoned
/// and what was decided.
public struct JuryState: Hashable, Sendable {
  /// The jury.
  public let jury: JuryID
  /// The certification it decides on.
  public let certification: CertificationCode
  /// Where it stands.
  public let status: JuryStatus
  /// The event that made the status so.
  public let position: Position
  /// The session's day, rescheduled or not.
  public let sessionOn: CalendarDate
  /// The day it was first convened for.
  public let convenedFor: CalendarDate
  /// How it meets.
  public let mode: SessionMode
  /// Where it meets.
  public let place: FreeText?
  /// Who sits now, in the order they came.
  public let members: [JurySeat]
  /// Who sat and was replaced.
  public let formerMembers: [JurySeat]
  /// Who was present, member or not; nil until the session is held.
  public let presence: JuryPresence?
  /// For each pathway before a jury, in the framework's order, the roles required and missing.
  public let composition: [JuryComposition]
  /// The candidacies brought before it, in the order they came.
  public let candidacies: [JuryCandidacy]
  /// The minutes signed, in fold order.
  public let minutes: [JuryMinutes]
}

/// Where a jury stands on a day.
public enum JuryStatus: String, CaseIterable, Hashable, Sendable {
  /// Its session is not held yet.
  case convened
  /// The session was held; no minutes yet.
  case held
  /// The minutes are signed.
  case deliberated
  /// Cancelled: it decides nothing, whatever came before or since.
  case cancelled
}

/// Who was present at the session.
public struct JuryPresence: Hashable, Sendable {
  /// The day it was held.
  public let heldOn: CalendarDate
  /// The event that says so.
  public let position: Position
  /// The members present, by id.
  public let members: [MemberID]
}

/// The minutes of a jury.
public struct JuryMinutes: Hashable, Sendable {
  /// Their reference.
  public let reference: FreeText
  /// The day they were signed.
  public let signedOn: CalendarDate
  /// The event that says so.
  public let position: Position
}
