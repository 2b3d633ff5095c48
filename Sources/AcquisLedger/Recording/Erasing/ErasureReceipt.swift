public import Events
public import Vault

/// What an erasure would come to.
public struct ErasurePreview: Sendable {
  /// The id the person is known by now.
  public let candidate: CandidateID
  /// Every id they are known by.
  public let ids: [CandidateID]
  /// Whether they are erased already.
  public let isDone: Bool
  /// How many sealed texts nothing would open, or opens, any more.
  public let texts: Int
  /// The copies of the vault that hold the keys, as far as the vault knows.
  public let backups: [VaultBackup]
  /// What the person is still owed, or owes; empty once they are erased.
  public let outstandingTasks: [OutstandingTask]
}

/// What an erasure did: for the person who asked for it, and for whoever keeps the copies.
public struct ErasureReceipt: Sendable {
  /// How long copies made before an erasure may be kept: a policy, the month within which the GDPR
  /// (article 12, 3) wants a person answered.
  public static var monthsForBackups: Int { 1 }

  /// The id the person is known by now.
  public let candidate: CandidateID
  /// Every id whose keys are destroyed.
  public let ids: [CandidateID]
  /// The id of the event that records it.
  public let event: EventID
  /// Where it stands in the log.
  public let position: Position
  /// The day it takes effect.
  public let on: CalendarDate
  /// Whether this call recorded it; else it was recorded before.
  public let isNew: Bool
  /// How many sealed texts of the log nothing opens any more.
  public let texts: Int
  /// The copies of the vault made before the keys were destroyed, as far as the vault knows.
  public let backups: [VaultBackup]
  /// The day by which those copies must be destroyed too.
  public let backupsGoneBy: CalendarDate
}
