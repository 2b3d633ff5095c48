public import Events
public import Vault

/// A field of the log about an erased person that stays in clear: it names a body or a document.
public struct ClearField: Hashable, Sendable {
  public let position: Position
  /// Its place in the event: `data.employer`.
  public let field: String

  public init(position: Position, field: String) {
    self.position = position
    self.field = field
  }
}

/// What an erasure would do.
public struct ErasurePreview: Sendable {
  /// The person; a candidate by the id after merges.
  public let person: Person
  /// The person under every id, ascending.
  public let persons: [Person]
  /// Whether they are erased already.
  public let isDone: Bool
  /// How many sealed texts no key would open any more, or opens any more if they are erased already.
  public let texts: Int
  /// The fields about the person that would stay in clear.
  public let clearFields: [ClearField]
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

  /// The person; a candidate by the id after merges.
  public let person: Person
  /// The person under every id whose keys are destroyed, ascending.
  public let persons: [Person]
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
  /// The fields about the person that stay in clear, in the order of the log.
  public let clearFields: [ClearField]
  /// Every copy of the vault made by this program, whenever; one made after the erasure has no key.
  public let backups: [VaultBackup]
  /// The day by which those copies must be destroyed too.
  public let backupsGoneBy: CalendarDate
}

extension Person {
  /// The id of the candidate or of the member.
  public var id: String {
    switch self {
    case .candidate(let id): id.text
    case .member(let id): id.text
    }
  }
}
