public import EventLog
public import Events

/// A backup that was made: a copy of a log and of its vault, each in a folder of its own.
public struct Backup: Sendable {
  /// The name of the ledger's file.
  public let name: String
  /// When.
  public let at: Instant
  /// The end of the copied log.
  public let head: LogHead
  /// Each part's folder.
  public let folders: [(part: BackupPart, path: String)]

  /// Whether this part was copied.
  public func has(_ part: BackupPart) -> Bool { folders.contains { $0.part == part } }
}

/// The parts of a backup, each in a folder of its own, for each is kept in another place.
public enum BackupPart: String, CaseIterable, Sendable {
  case log
  case vault
  case master
}
