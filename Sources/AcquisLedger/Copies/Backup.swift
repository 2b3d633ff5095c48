public import EventLog
public import Events

/// A finished backup: a copy of a log and of its vault, each in a folder of its own.
public struct Backup: Sendable {
  /// The name of the ledger's file.
  public let name: String
  /// When it was made; the same instant for every part.
  public let at: Instant
  /// The end of the copied log.
  public let head: LogHead
  /// The path of each part's folder.
  public let folders: [(part: BackupPart, path: String)]

  public func has(_ part: BackupPart) -> Bool { folders.contains { $0.part == part } }
}

/// The parts of a backup, each in a folder of its own, because each is to be kept in a different place.
/// The raw value is the part's key in JSON and the start of its folder's name.
public enum BackupPart: String, CaseIterable, Sendable {
  case log
  case vault
  case master
}
