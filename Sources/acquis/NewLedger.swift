internal import Auditing
internal import Cryptography
internal import EventLog
internal import Events
internal import Glibc
internal import Recording
internal import SQLiteLog
internal import Vault

/// Makes a ledger whole or not at all.
///
/// The log is built under another name and linked to its own once it is complete and on the disk, so
/// that a power cut, a full disk or a second maker leaves either nothing or a whole ledger.
enum NewLedger {
  /// What is done about the vault and the signing key beside it.
  enum VaultCare {
    /// They are made where there is none.
    case made
    /// What lies there is left alone, be it nothing.
    case leftAlone
  }

  /// - Parameters:
  ///   - care: what is done about the vault.
  ///   - clock: what gives the first events their instants.
  ///   - fill: records the first events; the vault, where one is made, exists already.
  /// - Throws: ``LogFailure/alreadyThere`` where something lies at the ledger's path, and what `fill`
  ///   throws; ``VaultFailure/anotherLedgers`` where the vault that is there seals for another one;
  ///   nothing is left behind then. Where only the ledger's name could not be made to last, it
  ///   stays, whole: another process may have begun to use it.
  static func make(
    at ledger: Ledger, vault care: VaultCare = .made,
    clock: @escaping @Sendable () -> Instant = SystemClock.now,
    fill: (SQLiteLog) throws -> Void
  ) throws {
    try Folder.check(of: ledger.path)
    // A journal that outlived its file would be taken for the new one's.
    for path in ["", "-wal", "-journal"].map({ ledger.path + $0 }) where access(path, F_OK) == 0 {
      throw Failure.ledger(LogFailure.alreadyThere.wording.at(path))
    }
    let draft = "\(ledger.path).new-\(getpid())"
    remove(log: draft)
    defer { remove(log: draft) }
    var madeVault = false
    let hadKey = LogKey.exists(beside: ledger.path)
    do {
      if care == .made {
        if try !hasVault(beside: ledger.path) {
          try Vault.create(beside: ledger.path)
          madeVault = true
        }
        try LogKey.makeIfMissing(beside: ledger.path)
        _ = try LogKey(beside: ledger.path)
      }
      let log = try SQLiteLog.create(at: draft, clock: clock)
      try fill(log)
      if !madeVault, let mark = try log.mark(), let vault = try vault(beside: ledger, care) {
        try vault.check(ledger: mark.bytes, isNoted: false)
      }
      try log.seal()
      guard link(draft, ledger.path) == 0 else {
        if errno == EEXIST { throw LogFailure.alreadyThere }
        throw failure()
      }
      try syncFolder(of: ledger.path)
    } catch {
      // Unless another maker was first: then its ledger uses this vault and this key.
      if access(ledger.path, F_OK) != 0 {
        if madeVault { Vault.remove(beside: ledger.path) }
        if !hadKey { LogKey.remove(beside: ledger.path) }
      }
      throw error
    }
  }

  /// The vault that lies beside a ledger to be made; one that is left alone need not be there, nor open.
  private static func vault(beside ledger: Ledger, _ care: VaultCare) throws(VaultFailure) -> Vault?
  {
    switch care {
    case .made: try Vault(beside: ledger.path)
    case .leftAlone: try? Vault(beside: ledger.path)
    }
  }

  /// Whether a vault that opens lies beside the ledger to be made. What a maker that was killed left of
  /// one, without any key in it, is cleared away.
  ///
  /// - Throws: ``VaultFailure`` where a vault is there and does not open: it may hold keys.
  private static func hasVault(beside path: String) throws(VaultFailure) -> Bool {
    guard Vault.exists(beside: path) else { return false }
    do throws(VaultFailure) {
      _ = try Vault(beside: path)
      return true
    } catch {
      var status = stat()
      let isEmpty = stat(path + ".vault", &status) != 0 || status.st_size == 0
      guard isEmpty, error != .masterKeyMissing || status.st_size == 0 else { throw error }
      Vault.remove(beside: path)
      return false
    }
  }

  /// Makes the new name itself durable.
  private static func syncFolder(of path: String) throws(LogFailure) {
    let descriptor = open(Folder.of(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure() }
  }

  /// What the system has just refused.
  private static func failure() -> LogFailure {
    .system(code: Int(errno), String(cString: strerror(errno)))
  }

  private static func remove(log path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }
}
