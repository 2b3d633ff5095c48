public import Events

/// What the vault keeps of a person whose keys it destroyed: so that none are made again, and so that
/// an erasure stopped half-way is finished as it was begun.
public struct ErasedPerson: Equatable, Sendable {
  /// The person.
  public let person: Person
  /// The id of the key that was destroyed, by which the log's texts tell what can no longer be read;
  /// nil where there was none.
  public let key: KeyID?
  /// The id of the event that records it, in the log or still to be.
  public let event: EventID
  /// The day it takes effect, as that event tells it.
  public let on: CalendarDate
  /// When the keys were destroyed: a copy of the vault made before may hold them.
  public let at: Instant
}

/// A copy of the vault, as the register kept in the vault tells it.
public struct VaultBackup: Equatable, Sendable {
  /// When it was made.
  public let madeAt: Instant
  /// Where it was put, in the words of who made it.
  public let place: String
  /// What tells it from others, such as the SHA-256 of its bytes.
  public let fingerprint: String
}
