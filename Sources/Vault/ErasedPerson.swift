public import Events

/// The tombstone of a person whose keys the vault has destroyed. It prevents the creation of new
/// keys and lets an interrupted erasure be completed with the same values.
public struct ErasedPerson: Equatable, Sendable {
  public let person: Person
  /// The id of the destroyed key, which the sealed texts in the log contain; nil if this vault
  /// had no key of the person.
  public let key: KeyID?
  /// The id of the event that records the erasure; the event may not be in the log yet.
  public let event: EventID
  /// The day on which that event occurs.
  public let on: CalendarDate
  /// When the keys were destroyed: copies of the vault made before may still contain them.
  public let at: Instant
}

/// An entry of the register of copies that the vault keeps.
public struct VaultBackup: Equatable, Sendable {
  public let madeAt: Instant
  /// Where the copy is, in the words of the person or program that made it.
  public let place: String
  /// Identifies the copy, for example the SHA-256 of its bytes; empty if unknown.
  public let fingerprint: String
}
