internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Glibc
internal import SQLiteLog
internal import TransparencyLog
internal import Vault

/// Makes a ledger whole or not at all.
///
/// Of any number of makers at one place, one makes the ledger and the others find it there: each works in
/// the ``MakingFolder``, one after the other. Keys that lie at the place already are kept and used; they
/// may be the only ones that open copies kept elsewhere.
enum NewLedger {
  /// What is done about the vault and the signing key beside it.
  enum VaultCare {
    /// They are made where there is none.
    case made
    /// What lies there is left alone, be it nothing.
    case leftAlone
  }

  /// A ledger before it comes to its place.
  struct Draft {
    /// Its log, empty at first.
    let log: SQLiteLog
    /// Its path until then, for what is to lie beside it.
    let ledger: Ledger
    /// Opens the vault that will lie beside it.
    let vault: @Sendable () throws(VaultFailure) -> Vault
  }

  /// - Parameters:
  ///   - care: what is done about the vault.
  ///   - clock: what gives the first events their instants.
  ///   - fill: records the first events.
  /// - Throws: ``LogFailure/alreadyThere`` where something lies at the ledger's path, and what `fill`
  ///   throws; ``VaultFailure`` where the keys that lie there cannot be used, ``Discontinuity`` where
  ///   checkpoints that lie there were signed of another log. Nothing is left behind or changed then.
  static func make(
    at ledger: Ledger, vault care: VaultCare = .made,
    clock: @escaping @Sendable () -> Instant = SystemClock.now,
    fill: (Draft) throws -> Void
  ) throws {
    try Folder.check(of: ledger.path)
    try refuseAnything(at: ledger.path)
    ledger.warnOfSharedDrive()
    let folder = try MakingFolder(for: ledger.path)
    try refuseAnything(at: ledger.path)
    let keys = try care == .made ? VaultKeys(of: ledger, draft: folder.draft) : nil
    let draft = Ledger(path: folder.draft, ledger.output)
    let place = keys?.place ?? ledger.path
    let log = try SQLiteLog.create(at: draft.path, clock: clock)
    try fill(
      Draft(log: log, ledger: draft) { () throws(VaultFailure) in try Vault(beside: place) })
    if care == .made { try makeSigningKey(of: ledger, draft: draft) }
    if let mark = try log.mark(), let vault = try vault(beside: place, care) {
      try vault.check(ledger: mark.bytes, isNoted: keys?.isMade ?? false)
    }
    try refuseOtherKeys(of: ledger, draft: draft)
    try ledger.refuseOtherHistory(log)
    try log.seal()
    let kept = [".vkeys"].filter { Folder.holds(ledger.path + $0) }
    try folder.publish(except: (keys?.kept ?? []).union(kept))
  }

  /// The keys of persons of a ledger to be made.
  private struct VaultKeys {
    /// The path they lie beside.
    let place: String
    /// Whether the vault is a new one.
    let isMade: Bool
    /// The suffixes of copies, in the draft, of what is kept at the ledger's place.
    let kept: Set<String>

    init(of ledger: Ledger, draft: String) throws(VaultFailure) {
      switch try Vault.remains(beside: ledger.path) {
      case .vault: self.init(place: ledger.path, isMade: false, kept: [])
      case .masterKey:
        try Vault.create(beside: draft, underMasterKeyBeside: ledger.path)
        self.init(place: draft, isMade: true, kept: [".master"])
      case .nothing:
        try Vault.create(beside: draft)
        self.init(place: draft, isMade: true, kept: [])
      }
    }

    private init(place: String, isMade: Bool, kept: Set<String>) {
      self.place = place
      self.isMade = isMade
      self.kept = kept
    }
  }

  /// Makes the signing key where none lies at the ledger's place. Where checkpoints come with the log, it
  /// was another key that signed them: which one signs on is for a person to say.
  private static func makeSigningKey(of ledger: Ledger, draft: Ledger) throws {
    if LogKey.exists(beside: ledger.path) {
      _ = try LogKey(beside: ledger.path)
      return
    }
    if Folder.holds(draft.path + ".signed") { return }
    // Checkpoints, or the public half of a key, that lie there alone: another key signed them.
    guard ![".signed", ".vkeys"].contains(where: { Folder.holds(ledger.path + $0) }) else {
      throw AuditFailure.keyMissing
    }
    try LogKey.make(beside: draft.path)
  }

  /// Keys that lie at the place, where others come with the log, would be taken for its own.
  private static func refuseOtherKeys(of ledger: Ledger, draft: Ledger) throws {
    guard let own = try VerifierKeys.kept(beside: draft.path), !own.isEmpty else { return }
    if let kept = try VerifierKeys.kept(beside: ledger.path), kept != own {
      throw Failure.ledger(LogFailure.alreadyThere.text.at(ledger.path + ".vkeys"))
    }
    if let signing = try VerifierKeys.signing(beside: ledger.path), !own.keys.contains(signing) {
      throw AuditFailure.foreignKey(signing.name)
    }
  }

  /// The vault of the ledger to be made; one that is left alone need not be there, nor open.
  private static func vault(
    beside path: String, _ care: VaultCare
  ) throws(VaultFailure) -> Vault? {
    switch care {
    case .made: try Vault(beside: path)
    case .leftAlone: try? Vault(beside: path)
    }
  }

  /// A journal that outlived its file would be taken for the new one's.
  private static func refuseAnything(at path: String) throws(Failure) {
    for file in ["", "-wal", "-journal"].map({ path + $0 }) where Folder.holds(file) {
      MakingFolder.clear(beside: path)
      throw Failure.ledger(LogFailure.alreadyThere.text.at(file))
    }
  }
}
