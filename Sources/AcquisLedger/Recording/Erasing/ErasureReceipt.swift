public import Events
public import Vault

/// What an erasure would do.
public struct ErasurePreview: Sendable {
  /// The person's id, after merges.
  public let candidate: CandidateID
  /// Every id of the person, ascending.
  public let ids: [CandidateID]
  /// Whether they are erased already.
  public let isDone: Bool
  /// How many sealed texts no key would open any more, or opens any more if they are erased already.
  public let texts: Int
  /// Every copy of the vault made by this program; it may contain the keys.
  public let backups: [VaultBackup]
  /// What remains to be done for the person; empty once they are erased.
  public let outstandingTasks: [OutstandingTask]
}

/// What an erasure did, for the person who asked for it and for those who keep copies of the vault.
public struct ErasureReceipt: Sendable {
  /// How many months copies made before an erasure may be kept: a policy, the month within which the GDPR
  /// (article 12, 3) requires an answer to the person.
  public static var monthsForBackups: Int { 1 }

  /// The person's id, after merges.
  public let candidate: CandidateID
  /// Every id whose keys are destroyed.
  public let ids: [CandidateID]
  /// The id of the event that records the erasure.
  public let event: EventID
  /// The event's position in the log.
  public let position: Position
  /// The day on which it takes effect.
  public let on: CalendarDate
  /// Whether this call recorded the event; false if it was recorded before.
  public let isNew: Bool
  /// How many sealed texts of the log no key opens any more.
  public let texts: Int
  /// Every copy of the vault made by this program, whenever; one made after the erasure has no key.
  public let backups: [VaultBackup]
  /// The day by which those copies must be destroyed too.
  public let backupsGoneBy: CalendarDate
}
